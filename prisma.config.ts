import { defineConfig } from "prisma/config";

// `prisma generate` insists on a schema engine that it never runs, and would
// download one. Only there: with this set, other commands exit 0 and do nothing.
if (process.argv.includes("generate")) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
}

export default defineConfig({ schema: "prisma/schema.prisma" });
