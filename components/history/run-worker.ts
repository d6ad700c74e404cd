/**
 * One piece of work in a thread of its own: what it reports is handed on, and `broke` is called where there is none to be had (a
 * browser without workers) or it breaks.
 *
 * @param make `new Worker(new URL(…, import.meta.url))` stands at the caller's, because that is where the bundler looks for it
 * @returns what ends it, wherever it is
 */
export function runWorker<Report>(
  make: () => Worker,
  request: unknown,
  report: (report: Report) => void,
  broke: () => void,
): () => void {
  try {
    const worker = make();
    worker.addEventListener("message", ({ data }: MessageEvent<Report>) => report(data));
    worker.addEventListener("error", broke);
    worker.addEventListener("messageerror", broke);
    worker.postMessage(request);
    return () => worker.terminate();
  } catch {
    broke();
    return () => undefined;
  }
}
