import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** Heavy packages of which a page has no need before somebody does something: `import()` brings them then. */
const heavy = ["zod", "socket.io-client", "age-encryption", "hash-wasm", "temporal-polyfill", "rrule-temporal"];

/** Pages that look at what is typed, or at a file, at once and by schemas. No other page begins with one. */
const withSchemas = [
  "app/(auth)/recover/[token]/page.tsx",
  "app/(auth)/recover/page.tsx",
  "app/(auth)/sign-up/page.tsx",
  "app/(couple)/us/invite/page.tsx",
  "app/(couple)/you/delete/page.tsx",
  "app/(couple)/you/import/[id]/page.tsx",
  "app/(couple)/you/import/page.tsx",
  "app/(couple)/you/let-in/page.tsx",
  "app/(couple)/you/password/page.tsx",
  "app/(couple)/you/recovery-code/page.tsx",
  "app/demo/page.tsx",
  "app/join/[token]/page.tsx",
];

type Module = { imports: string[]; isClient: boolean; isServer: boolean };
const read = new Map<string, Module>();

/** What a file brings with it. Types leave nothing behind, and `import()` brings later. */
function moduleAt(file: string): Module {
  const known = read.get(file);
  if (known) return known;
  const source = readFileSync(file, "utf8");
  const imports = source.matchAll(/^(?:import|export)(?! type)(?: [^;]*? from)? "([^"]+)";/gms);
  const module = {
    imports: [...imports].map(([, name = ""]) => resolve(file, name)),
    isClient: source.startsWith('"use client"'),
    isServer: source.startsWith('"use server"') || file.startsWith("server/"),
  };
  read.set(file, module);
  return module;
}

/** A file of ours as its path, a package as its name. */
function resolve(from: string, name: string): string {
  if (!/^(@\/|\.)/.test(name)) return name;
  const own = name.startsWith("@/") ? name.slice(2) : path.posix.join(path.posix.dirname(from), name);
  return [".ts", ".tsx"].map((ending) => own + ending).find((file) => existsSync(file)) ?? own;
}

/** Goes through what a file brings, file by file; `goesOn` says whether what a file brings comes too. */
function walk(starts: readonly string[], goesOn: (module: Module) => boolean): Set<string> {
  const seen = new Set<string>();
  const left = [...starts];
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    if (/\.tsx?$/.test(file) && goesOn(moduleAt(file))) left.push(...moduleAt(file).imports);
  }
  return seen;
}

/** The heavy packages among what a page's browser gets with the page, its layouts' part too. */
function heavyOf(page: string): string[] {
  const folders = page.split("/").map((_, i, parts) => parts.slice(0, i).join("/"));
  const around = folders.flatMap((folder) => [`${folder}/layout.tsx`, `${folder}/error.tsx`]);
  const drawn = walk([page, ...around.filter((file) => existsSync(file))], (each) => !each.isClient && !each.isServer);
  const doors = [...drawn].filter((file) => /\.tsx?$/.test(file) && moduleAt(file).isClient);
  const sent = walk(doors, ({ isServer }) => !isServer);
  return heavy.filter((name) => sent.has(name));
}

const pages = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "page.tsx")
  .map((file) => `app/${file}`);

test.each(pages.filter((page) => !withSchemas.includes(page)))("%s begins without a heavy package", (page) => {
  expect(heavyOf(page)).toEqual([]);
});

test.each(withSchemas)("%s begins with schemas and nothing else that is heavy", (page) => {
  expect(heavyOf(page)).toEqual(["zod"]);
});
