// People's own: kept by no cache on the way.
const headers = { "cache-control": "private, no-store", "x-robots-tag": "noindex" };

/** @param name the file's, for one that is saved by hand */
export const calendarFile = (text: string, name?: string): Response =>
  new Response(text, {
    headers: {
      ...headers,
      "content-type": "text/calendar; charset=utf-8",
      ...(name === undefined ? {} : { "content-disposition": `attachment; filename="${name}"` }),
    },
  });

/** The same bytes, whatever was asked for. */
export const nothingHere = (): Response =>
  new Response("Not found", { status: 404, headers: { ...headers, "content-type": "text/plain; charset=utf-8" } });
