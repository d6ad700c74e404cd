import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import type { z } from "zod";

export type Program = {
  /** Sends one message and waits for its answer. @throws when the program ends instead, or takes too long */
  ask<T>(message: object, schema: z.ZodType<T>, withinSeconds: number): Promise<T>;
  stop(): Promise<void>;
};

const folder = path.resolve("bench", "results", "programs");

/** Bundled as the production server is, so that what is measured is what runs. */
export async function buildPrograms(names: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: names.map((name) => ({ in: `e2e/load/${name}.ts`, out: name })),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
}

/** One of the built programs as a process of its own. It ends by itself when this process is gone. */
export function startProgram(name: string, env: Readonly<Record<string, string>>, execArgv: string[] = []): Program {
  const child = fork(path.join(folder, `${name}.mjs`), {
    env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "warn", ...env },
    execArgv: ["--enable-source-maps", ...execArgv],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    serialization: "advanced",
  });
  return {
    ask: async (message, schema, withinSeconds) => schema.parse(await answerOf(name, child, message, withinSeconds)),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.disconnect();
      const hurry = setTimeout(() => child.kill("SIGKILL"), 5_000);
      await gone;
      clearTimeout(hurry);
    },
  };
}

function answerOf(name: string, child: ChildProcess, message: object, withinSeconds: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (then: () => void) => {
      clearTimeout(patience);
      child.removeAllListeners("message").removeListener("exit", gone);
      then();
    };
    const gone = () => settle(() => reject(new Error(`${name} ended in the middle`)));
    const late = () => settle(() => reject(new Error(`${name} did not answer within ${withinSeconds} s`)));
    const patience = setTimeout(late, withinSeconds * 1000);
    child.once("message", (answer) => settle(() => resolve(answer)));
    child.once("exit", gone);
    child.send(message);
  });
}
