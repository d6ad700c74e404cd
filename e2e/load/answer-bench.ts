import { setImmediate as nextTurn } from "node:timers/promises";

/** Answers the bench's messages one by one; without the bench there is nothing to live for. */
export function answerBench(answer: (message: unknown) => unknown): void {
  process.on("SIGINT", () => undefined); // Ctrl-C reaches everyone; the bench tells us when to go.
  process.on("disconnect", () => process.exit(0));
  process.on("message", async (message) => {
    const said = await answer(message);
    process.send?.(said);
  });
}

/** CPU time of this process since its start, user and system. */
export const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * Bytes that a full collection leaves, on the heap and in buffers beside it; null where the process may not ask for one
 * (`--expose-gc`), as while it is measured for speed.
 */
export const retainedBytes = async (): Promise<number | null> => {
  if (!globalThis.gc) return null;
  // What is freed by the first may free something else.
  for (let collections = 0; collections < 3; collections++) {
    await nextTurn();
    globalThis.gc();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
