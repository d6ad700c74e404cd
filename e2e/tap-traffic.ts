import type { Page } from "@playwright/test";

/** Everything that comes and goes on a page's lines, from now on; the answer gives each heap of bytes a name. */
export async function tapTraffic(page: Page, who: string): Promise<() => Promise<[string, Buffer][]>> {
  const heaps: Promise<[string, Buffer]>[] = [];
  const keep = (name: string, bytes: Promise<Buffer> | Buffer) =>
    heaps.push(Promise.resolve(bytes).then((settled) => [`${who}: ${name} (${heaps.length})`, settled]));
  page.on("request", (request) => {
    keep(`asked ${request.url()}`, Buffer.from(request.url() + JSON.stringify(request.headers())));
    const body = request.postDataBuffer();
    if (body) keep(`sent to ${request.url()}`, body);
  });
  page.on("response", (response) => {
    // A body that was left behind by going on to another page can't be asked for any more.
    keep(
      `came from ${response.url()}`,
      response.body().catch(() => Buffer.alloc(0)),
    );
  });
  page.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => keep("frame sent", Buffer.from(payload)));
    socket.on("framereceived", ({ payload }) => keep("frame received", Buffer.from(payload)));
  });
  return () => Promise.all(heaps);
}
