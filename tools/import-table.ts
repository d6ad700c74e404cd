import path from "node:path";
import { scanImports } from "@/tools/scan-imports";

export type SourceFile = { file: string; source: string };

type Place = { room: Room; area: string; test: boolean };
type Asked = { from: Place; to: Place; file: string; target: string };
type Rule = { allows(asked: Asked): boolean; sentence: string };
type Room =
  | ("lib" | "components" | "app" | "proxy" | "e2e" | "tools" | "prisma" | "package")
  | ("database" | "repository" | "service" | "realtime" | "loaders" | "entry" | "ground" | "boot");

/** What an area of lib may know besides itself, `ids`, `other-seat`, `result` and `sealing/sealed`. */
const libAreas: Readonly<Record<string, readonly string[]>> = {
  agreements: ["check-in"],
  "check-in": ["guides"],
  coach: ["words"],
  export: ["check-in", "sealing"],
  history: ["check-in", "sealing", "words"],
  invitation: ["sealing"],
  notices: ["plan"],
  patterns: ["history", "sealing", "words"],
  protocol: ["check-in", "guides", "reading"],
};
const libPackages: Readonly<Record<string, readonly string[]>> = {
  plan: ["zod", "temporal-polyfill", "rrule-temporal", "ical-generator"],
  sealing: ["zod", "@scure/bip39"],
};

// Rooms of the server that anyone in it may use: they know nobody.
const ground = ["ground", "lib"];

/** ARCHITECTURE.md's table, one rule a room. There is no list of exceptions. */
const rules: Record<Room, Rule> = {
  lib: {
    allows: ({ from, to, target }) => {
      if (to.room === "package") return (libPackages[from.area] ?? ["zod"]).includes(packageName(target));
      if (to.room !== "lib") return false;
      const known = [from.area, "ids", "other-seat", "result", ...(libAreas[from.area] ?? [])];
      return known.includes(to.area) || target === "lib/sealing/sealed";
    },
    sentence: "lib knows its own area, ids, other-seat, result, sealing/sealed and zod (areas: tools/import-table.ts)",
  },
  components: {
    allows: ({ to, target }) => {
      if (to.room === "package") return !isNode(target) && (packageName(target) !== "next" || target === "next/link");
      return ["lib", "components"].includes(to.room);
    },
    sentence: "components know lib, components and next/link; the rest arrives as props",
  },
  database: {
    allows: ({ to, target }) =>
      to.room === "package" ? !isFrame(target) : [...ground, "database", "prisma"].includes(to.room),
    sentence: "the database knows lib and itself",
  },
  repository: {
    allows: ({ from, to, target }) => {
      if (to.room === "package") return !isFrame(target);
      const isOwn = ["service", "repository"].includes(to.room) && to.area === from.area;
      return [...ground, "database", "prisma"].includes(to.room) || isOwn;
    },
    sentence: "a repository knows lib, the database and its own area",
  },
  service: {
    allows: ({ from, to, target }) => {
      if (to.room === "package") return !isFrame(target) && !isData(target);
      return [...ground, "service"].includes(to.room) || (to.room === "repository" && to.area === from.area);
    },
    sentence: "a service knows lib, its own repository and other services",
  },
  realtime: {
    allows: ({ to, target }) =>
      to.room === "package"
        ? !isFrame(target) && !isData(target)
        : [...ground, "service", "realtime"].includes(to.room),
    sentence: "realtime knows lib and services",
  },
  loaders: {
    allows: ({ to, target }) =>
      to.room === "package"
        ? !isData(target)
        : [...ground, "service", "repository", "loaders", "entry"].includes(to.room),
    sentence: "loaders know lib, services, repositories and next",
  },
  entry: {
    allows: ({ to, target }) =>
      to.room === "package" ? !isData(target) : [...ground, "service", "entry"].includes(to.room),
    sentence: "the door of actions and routes knows lib and services",
  },
  ground: {
    allows: ({ to, target }) => (to.room === "package" ? !isFrame(target) : ground.includes(to.room)),
    sentence: "what all of the server stands on knows lib alone",
  },
  boot: {
    allows: ({ to }) =>
      to.room === "package" || [...ground, "boot", "database", "realtime", "service"].includes(to.room),
    sentence: "boot puts the database, next, realtime and services together",
  },
  app: {
    allows: ({ file, to, target }) => {
      if (to.room === "package") return !isData(target);
      if (to.room === "app") return isOwnSegment(file, target);
      return [...appMayUse(file), "lib", "components"].includes(to.room);
    },
    sentence: "pages know loaders, components and their own segment; actions.ts and route.ts know services",
  },
  proxy: {
    allows: ({ to, target }) =>
      to.room === "package" ? !isData(target) : to.room === "lib" || target.startsWith("server/web/"),
    sentence: "the proxy knows lib and server/web",
  },
  e2e: {
    allows: ({ from, to, target }) => {
      if (to.room === "package") return !isFrame(target);
      // What is measured is started here as boot starts it.
      const started = from.area === "load" ? ["realtime", "database", "ground"] : [];
      // The stories' own browser, for what is measured in one.
      if (from.area === "load" && target === "playwright.config") return true;
      return ["lib", "service", "repository", "e2e", ...started].includes(to.room);
    },
    sentence: "stories know lib, services and each other; load also the live side and the database",
  },
  tools: {
    allows: ({ to, target }) => target === "prisma/seed" || !["app", "components", "e2e"].includes(to.room),
    sentence: "tools know lib, the server and the seed",
  },
  prisma: {
    allows: ({ to }) => ["package", "prisma"].includes(to.room),
    sentence: "generated code knows itself",
  },
  package: { allows: () => true, sentence: "" },
};

/** @returns one line for each forbidden import, `file → import: rule`, in the order of the files given */
export function checkImports(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ file, source }) => {
    const from = placeOf(file);
    return scanImports(source).flatMap((name) => {
      const target = resolve(file, name);
      const to = placeOf(target);
      const broken = brokenRule({ from, to, file, target });
      return broken === null ? [] : [`${file} → ${name}: ${broken}`];
    });
  });
}

function brokenRule(asked: Asked): string | null {
  const { from, to } = asked;
  if (to.test && !from.test) return "only tests know what is made for tests";
  // A test sets up what it tests: its own side of the house and any package.
  if (from.test) return to.room === "package" || sideOf(to.room) === "lib" || mayTest(from, to) ? null : testSentence;
  return rules[from.room].allows(asked) ? null : rules[from.room].sentence;
}

const testSentence = "a test knows its own side of the house, lib and packages";

function mayTest(from: Place, to: Place): boolean {
  return sideOf(from.room) === sideOf(to.room) || (sideOf(from.room) === "server" && to.room === "prisma");
}

function sideOf(room: Room): string {
  if (["lib", "components", "app", "e2e", "package", "prisma"].includes(room)) return room;
  return "server";
}

/** Which room a file of the house is in; anything else is a package. */
function placeOf(file: string): Place {
  const [top = "", area = "", ...rest] = file.replace(/\.(tsx?|css|json)$/, "").split("/");
  const name = rest.at(-1) ?? area;
  const test = /\.test$|(^|-)test-kit$|^test-/.test(name);
  return { room: roomOf(top, area, name, rest.length > 0), area, test };
}

function roomOf(top: string, area: string, name: string, nested: boolean): Room {
  if (top === "server") return nested ? serverRoom(area, name) : serverFile(area);
  if (top === "lib" || top === "components" || top === "app" || top === "e2e" || top === "tools") return top;
  if (top === "prisma") return area === "seed" ? "e2e" : "prisma";
  if (top === "proxy") return "proxy";
  // vitest.config and its like stand at the root.
  return /^[a-z]+\.config$/.test(top) ? "tools" : "package";
}

function serverRoom(area: string, name: string): Room {
  if (area === "database" || area === "realtime") return area;
  if (name === "repository" || name.endsWith("-repository")) return "repository";
  return name === "loaders" ? "loaders" : "service";
}

function serverFile(name: string): Room {
  if (name === "boot" || name === "index") return "boot";
  return ["action", "open-route", "partner-route"].includes(name) ? "entry" : "ground";
}

function resolve(file: string, name: string): string {
  if (name.startsWith("@/")) return name.slice(2);
  return name.startsWith(".") ? path.posix.join(path.posix.dirname(file), name) : name;
}

const packageName = (name: string) => name.split("/", name.startsWith("@") ? 2 : 1).join("/");
const isNode = (name: string) => name.startsWith("node:");
const isFrame = (name: string) => ["next", "react", "react-dom", "server-only"].includes(packageName(name));
const isData = (name: string) => name === "pg" || name.startsWith("@prisma/");

function appMayUse(file: string): Room[] {
  const name = path.posix.basename(file);
  return name === "actions.ts" || name === "route.ts" ? ["entry", "service", "loaders"] : ["loaders"];
}

/** Its own folder, one below it, or one that it lies in. */
function isOwnSegment(file: string, target: string): boolean {
  const own = path.posix.dirname(file);
  const theirs = path.posix.dirname(target);
  return own === theirs || theirs.startsWith(`${own}/`) || own.startsWith(`${theirs}/`);
}
