import type { IncomingMessage } from "node:http";

/**
 * Whether a request comes from a page of this very site. Cookies ride along with whatever page opens a socket, so this is what
 * keeps a foreign page from speaking in a signed-in person's name (cross-site WebSocket hijacking).
 *
 * Browsers send `Origin` with every WebSocket. They leave it out only of plain reads within one site, which the polling
 * transport does, and say so in `Sec-Fetch-Site`.
 *
 * @param publicUrl where people reach this server; the address that a request names as its host counts as well, because a
 * foreign page cannot choose it
 */
export const isOwnOrigin = (req: IncomingMessage, publicUrl: string): boolean => {
  const { origin, host, upgrade } = req.headers;
  if (origin !== undefined) {
    return origin === new URL(publicUrl).origin || (host !== undefined && hostOf(origin) === host.toLowerCase());
  }
  return upgrade === undefined && req.method === "GET" && req.headers["sec-fetch-site"] === "same-origin";
};

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : null);
