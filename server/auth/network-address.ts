import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

const addressHeader = "x-heard-address";
const pathHeader = "x-heard-path";

/**
 * Writes onto a request what only the http server knows: where it came from and which path was asked for. Whatever the
 * visitor sent under these names is overwritten. Called for every request before anything reads it.
 *
 * @param trustProxy a proxy of our own stands in front: the last entry of `x-forwarded-for` is the one that it wrote
 */
export function stampRequest(req: IncomingMessage, trustProxy: boolean): void {
  const forwarded = trustProxy ? [req.headers["x-forwarded-for"]].flat().join(",").split(",").at(-1)?.trim() : "";
  req.headers[addressHeader] = forwarded || req.socket.remoteAddress || "";
  req.headers[pathHeader] = (req.url ?? "/").replace(/[^\x21-\x7e]/g, "");
}

type ReadHeader = (name: string) => string | null | undefined;

/**
 * Whose tries are counted together. IPv6 by its first half, since whoever has one address there has a whole /64. Requests
 * without a stamp count as one visitor.
 */
export function addressOf(read: ReadHeader): string {
  const address = (read(addressHeader) ?? "").replace(/^::ffff:(?=\d+\.)/, "");
  if (!isIPv6(address)) return address || "unknown";
  const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
  const before = head === "" ? [] : head.split(":");
  const after = tail ? tail.split(":") : [];
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0");
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}

/** The page that was asked for, as a path of this site, without what Next adds to it. */
export function pathOf(read: ReadHeader): string {
  const asked = read(pathHeader) ?? "/";
  if (!URL.canParse(asked, "http://here.invalid")) return "/";
  const url = new URL(asked, "http://here.invalid");
  url.searchParams.delete("_rsc");
  return `${url.pathname}${url.search}`;
}
