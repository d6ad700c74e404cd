import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { addressOf, pathOf, stampRequest } from "@/server/auth/network-address";

function arrive(from: string, headers: Record<string, string>, url = "/") {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: from });
  const request = new IncomingMessage(socket);
  request.url = url;
  Object.assign(request.headers, headers);
  return request;
}

const readFrom = (request: IncomingMessage) => (name: string) => [request.headers[name]].flat()[0];
const stamped = (request: IncomingMessage, trustProxy = false) => {
  stampRequest(request, trustProxy);
  return addressOf(readFrom(request));
};

describe("where a request comes from", () => {
  it("is the socket's other end, whatever the visitor writes", () => {
    const request = arrive("203.0.113.7", { "x-forwarded-for": "198.51.100.1", "x-heard-address": "198.51.100.2" });
    expect(stamped(request)).toBe("203.0.113.7");
  });

  it("is what a trusted proxy saw, and not what the visitor told the proxy", () => {
    const request = arrive("127.0.0.1", { "x-forwarded-for": "198.51.100.1, 203.0.113.7" });
    expect(stamped(request, true)).toBe("203.0.113.7");
  });

  it("is one and the same for a whole IPv6 household", () => {
    expect(stamped(arrive("2001:db8:1:2::a", {}))).toBe(stamped(arrive("2001:0db8:1:2:ffff:1:2:3", {})));
    expect(stamped(arrive("2001:db8:1:2::a", {}))).not.toBe(stamped(arrive("2001:db8:1:3::a", {})));
  });

  it("is the same for an IPv4 visitor on a socket that speaks IPv6", () => {
    expect(stamped(arrive("::ffff:203.0.113.7", {}))).toBe("203.0.113.7");
  });

  it("is one visitor for all requests that nobody stamped", () => {
    expect(addressOf(() => null)).toBe("unknown");
  });
});

describe("the page that was asked for", () => {
  it("is kept without what the framework adds to it", () => {
    const request = arrive("203.0.113.7", { "x-heard-path": "/elsewhere" }, "/read/1?page=2&_rsc=abc");
    stampRequest(request, false);
    expect(pathOf(readFrom(request))).toBe("/read/1?page=2");
  });

  it("is the first page when the address cannot be read", () => {
    const request = arrive("203.0.113.7", {}, "http://[");
    stampRequest(request, false);
    expect(pathOf(readFrom(request))).toBe("/");
  });
});
