import { isBootFailure } from "@/server/errors";

/** For people at a terminal; the server's own records go through server/log. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Says one sentence on stderr and lets the process end with code 1. */
export function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

/** Runs a tool; what keeps it from running here (`BootFailure`) is a sentence, anything else keeps its stack. */
export async function runTool(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!isBootFailure(error)) throw error;
    fail(error.message);
  }
}
