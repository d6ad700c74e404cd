import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Every way into the app, as it stands in the source: what is added there is a door at once. */

const filesNamed = (name: string): string[] =>
  readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === name)
    .map((file) => file.split(path.sep).join("/"))
    .sort();

/** `(couple)/check-in/[id]/page.tsx` is `/check-in/[id]`. */
const addressOf = (file: string): string =>
  `/${file
    .split("/")
    .slice(0, -1)
    .filter((part) => !part.startsWith("("))
    .join("/")}`;

export const listPages = (): string[] => filesNamed("page.tsx").map(addressOf);

/** For example `POST /api/sign-up`. */
export const listRoutes = (): string[] =>
  filesNamed("route.ts").flatMap((file) =>
    namesIn(`app/${file}`, /^export (?:async function|const) ([A-Z]+)\b/gm).map(
      (method) => `${method} ${addressOf(file)}`,
    ),
  );

/** For example `app/join/actions.ts#accept`. */
export const listActions = (): string[] =>
  filesNamed("actions.ts").flatMap((file) =>
    namesIn(`app/${file}`, /^export (?:async function|const) (\w+)\b/gm).map((name) => `app/${file}#${name}`),
  );

/** What a browser may send by a socket. */
export const listSocketEvents = (): string[] => {
  const [, events = ""] =
    /export type ClientToServer = \{([\s\S]*?)\n\};/.exec(readFileSync("lib/protocol.ts", "utf8")) ?? [];
  return [...events.matchAll(/^ {2}"([\w:]+)"/gm)].map(([, name = ""]) => name);
};

const namesIn = (file: string, pattern: RegExp): string[] =>
  [...readFileSync(file, "utf8").matchAll(pattern)].map(([, name = ""]) => name);

/** How an action is asked by hand: the id that the build gave it, and a page that knows it. */
export function findAction(action: string): { id: string; address: string } {
  const manifest: { node: Record<string, { filename: string; exportedName: string; workers: object }> } = JSON.parse(
    readFileSync(".next/server/server-reference-manifest.json", "utf8"),
  );
  const found = Object.entries(manifest.node).find(
    ([, { filename, exportedName }]) => `${filename}#${exportedName}` === action,
  );
  const [worker] = Object.keys(found?.[1].workers ?? {});
  if (found === undefined || worker === undefined) throw new Error(`The build has no action ${action}.`);
  return { id: found[0], address: addressOf(worker.replace(/^app\//, "")).replace(/\[[^\]]+\]/g, "x") };
}
