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
