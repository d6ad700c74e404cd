import pino from "pino";
import { logLevels } from "@/server/env";
import { errorCode } from "@/server/errors";

// Whatever holds people's words, names or keys. Callers log ids and kinds; this is the net below them.
const closedNames = [
  "args",
  "authHash",
  "authorization",
  "body",
  "cookie",
  "email",
  "name",
  "password",
  "payload",
  "query",
  "sealed",
  "secret",
  "set-cookie",
  "text",
  "token",
  "url",
  "words",
];
const depths = ["", "*.", "*.*."];

/** A wrong level is refused by `readEnv`, with its sentence; until then this must not throw. */
function chosenLevel(name: string | undefined): string {
  const level = logLevels.find((known) => known === name);
  return level ?? (process.stdout.isTTY ? "warn" : "info");
}

/** Options of the one log: JSON lines. Exported for its test, which hands them another destination. */
export const logOptions: pino.LoggerOptions = {
  level: chosenLevel(process.env.LOG_LEVEL),
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: {
    paths: depths.flatMap((depth) => closedNames.map((name) => `${depth}${name.includes("-") ? `["${name}"]` : name}`)),
    censor: "[closed]",
  },
  serializers: { err: describeError },
};

/** The server's records: `log.info({ checkInId, kind }, "…")`. Synchronous, so that the last line before an exit is kept. */
export const log = pino(logOptions, pino.destination({ dest: 1, sync: true }));

/**
 * What an error may leave in a log: its kind, its code and where it was thrown. Its message stays out, because
 * databases, parsers and validators quote what people wrote.
 */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  // Next's digest is what the page shows to people as the error's reference.
  const digest = "digest" in error && typeof error.digest === "string" ? error.digest : undefined;
  return {
    type: error.name,
    code: errorCode(error),
    digest,
    at: frames.map((line) => line.trim().slice(3)).slice(0, 12),
  };
}
