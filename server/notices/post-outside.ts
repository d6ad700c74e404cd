import { lookup as resolve } from "node:dns";
import { type RequestOptions, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isLoopback, isPrivateAddress } from "@/server/notices/private-address";

type Asked = { method: string; endpoint: string; headers: Record<string, string>; body: Buffer };

/** `status`: it answered. `unreachable`: nothing was sent. `unsure`: something was, and nobody answered. */
export type Posted =
  | { kind: "status"; status: number }
  | { kind: "unreachable" }
  | { kind: "unsure" }
  | { kind: "closed" };

const patienceMs = 10_000;

/**
 * One request to an address that a browser named: https alone, no redirects, nothing private, checked on the very address that is
 * connected to, so that a name that changes its mind in between gains nothing.
 *
 * @param allowLoopback for tests: this machine itself, by http too
 */
export function postOutside(asked: Asked, { allowLoopback }: { allowLoopback: boolean }): Promise<Posted> {
  const url = URL.canParse(asked.endpoint) ? new URL(asked.endpoint) : null;
  if (url === null || !isOpenEndpoint(url, allowLoopback)) return Promise.resolve({ kind: "closed" });
  const isOpen = (address: string) => !isPrivateAddress(address) || (allowLoopback && isLoopback(address));
  const lookup: LookupFunction = (host, options, answer) =>
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error !== null) return answer(error, "", 0);
      const [first] = found;
      if (first === undefined || !found.every(({ address }) => isOpen(address))) return answer(closedError(), "", 0);
      if (options.all === true) return answer(null, found);
      return answer(null, first.address, first.family);
    });
  return new Promise((settle) => {
    const request = url.protocol === "https:" ? requestHttps : requestHttp;
    const options: RequestOptions = { method: asked.method, headers: asked.headers, lookup, timeout: patienceMs };
    let connected = false;
    const sent = request(url, { ...options, agent: false }, (response) => {
      response.resume();
      settle({ kind: "status", status: response.statusCode ?? 0 });
      // What it has to say is read to its end, up to a limit in time.
      response.on("error", () => undefined);
      setTimeout(() => response.destroy(), patienceMs).unref();
    });
    sent.on("socket", (socket) => socket.once("connect", () => (connected = true)));
    sent.on("timeout", () => sent.destroy(new Error("no answer in time")));
    sent.on("error", (error) => {
      if ("code" in error && error.code === "ECLOSED") return settle({ kind: "closed" });
      settle({ kind: connected ? "unsure" : "unreachable" });
    });
    sent.end(asked.body);
  });
}

const closedError = () => Object.assign(new Error("a private address"), { code: "ECLOSED" });

/** What may be kept as an endpoint at all. A name is resolved when something is sent; an address is looked at here too. */
export function isOpenEndpoint(url: URL, allowLoopback: boolean): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (url.username !== "" || url.password !== "") return false;
  const local = isLoopback(host) || host === "localhost";
  if (local) return allowLoopback && ["http:", "https:"].includes(url.protocol);
  if (url.protocol !== "https:") return false;
  return isIP(host) === 0 ? host.includes(".") : !isPrivateAddress(host);
}
