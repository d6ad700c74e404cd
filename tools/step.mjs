import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** Thrown by `runStep`; what the command printed was shown already. */
export class StepFailed extends Error {
  /** @param {string} title */
  constructor(title) {
    super(title);
    this.name = "StepFailed";
  }
}

/**
 * Runs one command and shows one line for it: its name while it runs, its time when it is done. What it prints is
 * shown only when it fails, or line by line when `live`.
 *
 * @param {{ title: string, command: string, args?: string[], env?: Record<string, string>, live?: boolean }} step
 * @returns {Promise<void>}
 */
export async function runStep({ title, command, args = [], env = {}, live = false }) {
  const began = Date.now();
  const terminal = process.stdout.isTTY && !live;
  process.stdout.write(terminal ? `… ${title}` : `… ${title}\n`);
  const child = spawn(command, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", ...env },
  });
  // Whoever ends us ends what we started: nothing goes on building behind a closed terminal.
  const endChild = () => child.kill("SIGTERM");
  process.once("exit", endChild);
  const passOn = ["SIGTERM", "SIGHUP"].map((signal) => {
    const end = () => process.exit(1);
    process.once(signal, end);
    return () => process.removeListener(signal, end);
  });

  const printed = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      if (live) process.stdout.write(`  ${line}\n`);
      else printed.push(line);
    });
  }
  const code = await new Promise((resolve) => {
    child.once("error", (error) => {
      printed.push(String(error));
      resolve(1);
    });
    child.once("close", resolve);
  });
  process.removeListener("exit", endChild);
  for (const forget of passOn) forget();

  const seconds = `${((Date.now() - began) / 1000).toFixed(1)} s`;
  process.stdout.write(`${terminal ? "\r\u001b[K" : ""}${code === 0 ? "✓" : "✗"} ${title} (${seconds})\n`);
  if (code === 0) return;
  for (const line of printed) process.stderr.write(`  ${line}\n`);
  throw new StepFailed(title);
}

/** @param {string} name of a command that npm installed */
export const installed = (name) => `node_modules/.bin/${name}`;
