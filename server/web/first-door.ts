import type { IncomingMessage } from "node:http";

const methods = new Set(["GET", "HEAD", "POST", "OPTIONS"]);

/**
 * Whether Next can be asked this at all: it answers 500 to a method that `Request` does not know, and to an address that
 * nobody can decode. Such an address is made readable as it stands ("%E0%A" becomes "%25E0%25A"), so that it leads to the
 * same not-found as any other that does not exist.
 *
 * @returns false for a method that nothing here answers
 */
export function mayEnter(request: IncomingMessage): boolean {
  if (!methods.has(request.method ?? "")) return false;
  const [address = "/", ...query] = (request.url ?? "/").split("?");
  if (!isDecodable(address)) request.url = [address.replaceAll("%", "%25"), ...query].join("?");
  return true;
}

function isDecodable(address: string): boolean {
  try {
    decodeURIComponent(address);
    return true;
  } catch {
    return false;
  }
}
