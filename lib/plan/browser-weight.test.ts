import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const inTheBrowser = ["planning", "rhythm-rule", "wall-time", "zone", "hours", "describe-rule", "format-zone-time"];

/** All packages that a file brings with it, through our own files too. Types leave nothing behind and do not count. */
function packagesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const imports = readFileSync(file, "utf8").matchAll(
    /^(?:import|export)(?! type)(?: [^;]*? from)? "([^"]+)";|import\("([^"]+)"\)/gms,
  );
  return [...imports].flatMap(([, still, moving]) => {
    const name = still ?? moving ?? "";
    if (!name.startsWith("@/")) return [name];
    const own = `${name.slice(2)}.ts`;
    expect(existsSync(own), own).toBe(true);
    return packagesOf(own, seen);
  });
}

test.each(inTheBrowser)("27: %s brings zod at most", (name) => {
  expect(packagesOf(`lib/plan/${name}.ts`).filter((each) => each !== "zod")).toEqual([]);
});

test("27: the one that looks for it finds the Temporal library where it is", () => {
  expect(packagesOf("lib/plan/propose-rules.ts")).toContain("temporal-polyfill");
});
