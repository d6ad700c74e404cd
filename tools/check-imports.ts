import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { checkImports, type SourceFile } from "@/tools/import-table";
import { fail } from "@/tools/terminal";

const folders = ["app", "components", "e2e", "lib", "prisma", "server", "tools"];

function sources(): SourceFile[] {
  const inside = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [path.join(entry.parentPath, entry.name)] : [],
    ),
  );
  const all = [...readdirSync("."), ...inside].filter((file) => /\.tsx?$/.test(file));
  const ours = all.filter((file) => !file.startsWith("prisma/generated/") && file !== "next-env.d.ts").sort();
  return ours.map((file) => ({ file, source: readFileSync(file, "utf8") }));
}

const broken = checkImports(sources());
if (broken.length > 0) fail(broken.join("\n"));
