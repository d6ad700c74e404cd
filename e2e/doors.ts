import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Every way into the app, as it stands in the source: what is added there is a door at once. */

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.split(path.sep).join("/"))
    .sort();
const filesNamed = (name: string): string[] => filesIn("app").filter((file) => path.basename(file) === name);

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

/**
 * For example `app/join/actions.ts#accept`: whatever a file that begins with "use server" gives away, whatever the file is called
 * and wherever it lies. A file that only hands such an action on is the same door. Each is one that is written out, so that
 * it can be named here, and none is hidden in the middle of a page.
 */
export const listActions = (): string[] =>
  ["app", "components", "lib", "server"].flatMap((folder) =>
    filesIn(folder)
      .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
      .map((file) => `${folder}/${file}`)
      .flatMap(actionsOf),
  );

const useServer = /^\s*["']use server["'];?/m;
function actionsOf(file: string): string[] {
  const code = readFileSync(file, "utf8").replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  if (!useServer.test(code)) return [];
  if (!/^\s*["']use server["']/.test(code)) throw new Error(`${file} has an action inside of something else.`);
  const given = [...code.matchAll(/^export (?!type )(.*)$/gm)].map(([, rest = ""]) => rest);
  return given.map((rest) => {
    const name = /^(?:async function|const) (\w+)\b/.exec(rest)?.[1];
    if (name === undefined) throw new Error(`${file} gives away something without a name: ${rest}`);
    return `${file}#${name}`;
  });
}

/** What a browser may send by a socket. */
export const listSocketEvents = (): string[] => {
  const [, events = ""] =
    /export type ClientToServer = \{([\s\S]*?)\n\};/.exec(readFileSync("lib/protocol.ts", "utf8")) ?? [];
  return [...events.matchAll(/^ {2}"([\w:]+)"/gm)].map(([, name = ""]) => name);
};

const namesIn = (file: string, pattern: RegExp): string[] =>
  [...readFileSync(file, "utf8").matchAll(pattern)].map(([, name = ""]) => name);

type Built = { filename: string; exportedName: string; workers: object };
const readBuild = (): [string, Built][] => {
  const manifest: { node: Record<string, Built> } = JSON.parse(
    readFileSync(".next/server/server-reference-manifest.json", "utf8"),
  );
  return Object.entries(manifest.node);
};

/** What the build itself calls an action, so that none is open that the source's list does not know. */
export const listBuiltActions = (): string[] =>
  [...new Set(readBuild().map(([, { filename, exportedName }]) => `${filename}#${exportedName}`))].sort();

/** How an action is asked by hand: the id that the build gave it, and a page that knows it. */
export function findAction(action: string): { id: string; address: string } {
  const found = readBuild().find(([, { filename, exportedName }]) => `${filename}#${exportedName}` === action);
  const [worker] = Object.keys(found?.[1].workers ?? {});
  if (found === undefined || worker === undefined) throw new Error(`The build has no action ${action}.`);
  return { id: found[0], address: addressOf(worker.replace(/^app\//, "")).replaceAll(/\[[^\]]+\]/g, "x") };
}
