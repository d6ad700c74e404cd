import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export type TestProcess = {
  child: ChildProcess;
  /** The first line on stdout, or null when it ended without one. */
  firstLine: Promise<string | null>;
  /** Its exit code (null after a signal) and all it said on stderr. */
  ended: Promise<{ code: number | null; said: string }>;
};

/** Runs one of our TypeScript files as a process of its own, as `npm run dev` would. */
export function startTestProcess(file: string, args: string[], env: Record<string, string> = {}): TestProcess {
  const child = spawn(process.execPath, ["--import", "tsx", file, ...args], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", NODE_ENV: "development", ...env },
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = once(child, "close").then(() => ({ code: child.exitCode, said }));
  const line = once(createInterface({ input: child.stdout }), "line").then(([text]) => String(text));
  return { child, firstLine: Promise.race([line, ended.then(() => null)]), ended };
}
