import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { installed, runStep } from "./step.mjs";

const stamp = "prisma/generated/made-from";

/** Makes prisma/generated from prisma/schema.prisma unless it is of this very schema and Prisma. */
export async function generateIfNeeded() {
  const schema = readFileSync("prisma/schema.prisma");
  const { version } = JSON.parse(readFileSync("node_modules/prisma/package.json", "utf8"));
  const wanted = createHash("sha256").update(version).update(schema).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  await runStep({ title: "Prepare the database client", command: installed("prisma"), args: ["generate"] });
  writeFileSync(stamp, wanted);
}
