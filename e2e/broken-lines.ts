import { readFileSync } from "node:fs";
import type { HeardServer } from "@/e2e/start-server";

/** What a server wrote to its log about things that broke. */
export const brokenLines = ({ logFile }: Pick<HeardServer, "logFile">): string[] =>
  readFileSync(logFile, "utf8")
    .split("\n")
    .filter((line) => /"level":(5|6)0/.test(line));
