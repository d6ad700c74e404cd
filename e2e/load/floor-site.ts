import { once } from "node:events";
import { createServer } from "node:http";
import { floorPage, floorWorker } from "./floor-page";
import { urlOf } from "./url-of";

/** `words`: the sealed words of the whole list and `chips`: of what patterns need, page by page, each a JSON text. */
export type FloorPages = { key: string; words: readonly string[]; chips: readonly string[]; lines: readonly string[] };

/**
 * The bare floor of a browser: what any page has to do that shows the same list, and opens as many sealed words of the same size,
 * with no framework, no checks and nothing behind the server. The frames of a list of plain HTML that the browser itself leaves
 * out of sight are the smoothest that this machine draws now; and words that are fetched as finished files, decrypted and parsed
 * in a worker are open as early as they can be. Ours must not be many times worse.
 */
export async function startFloorSite(pages: FloorPages): Promise<{ url: string; stop(): Promise<void> }> {
  const answers = new Map([
    ["/read", { type: "text/html; charset=utf-8", text: floorPage(pages.key) }],
    ["/worker.js", { type: "text/javascript", text: floorWorker }],
    ...(["words", "chips", "lines"] as const).flatMap((part) =>
      pages[part].map((text, page) => [`/${part}/${page}`, { type: "text/plain; charset=utf-8", text }] as const),
    ),
  ]);
  const server = createServer(({ url = "" }, response) => {
    const answer = answers.get(url.split("?")[0] ?? "");
    if (!answer) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": answer.type }).end(answer.text);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: urlOf(server),
    stop: async () => {
      const closed = once(server.close(), "close");
      server.closeAllConnections();
      await closed;
    },
  };
}
