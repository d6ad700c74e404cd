import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

// Everything that the build reads. A new root folder of source belongs here, or changes in it go unnoticed.
const folders = ["app", "components", "lib", "server", "prisma", "public"];
const rootFile = /^(package-lock\.json|tsconfig\.json|proxy\.ts|[a-z-]+\.config\.(js|mjs|ts))$/;

/** A hash over the content of all sources of the build, tests left out. */
export function sourceHash() {
  const files = readdirSync(".").filter((name) => rootFile.test(name));
  for (const folder of folders.filter((name) => existsSync(name))) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      const counts = entry.isFile() && !/\.test\.tsx?$|\.md$/.test(file) && !file.startsWith("prisma/generated");
      if (counts) files.push(file);
    }
  }
  const hash = createHash("sha256");
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}
