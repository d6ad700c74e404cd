import path from "node:path";
import { defineConfig } from "vitest/config";

const alias = { "@": path.resolve(import.meta.dirname) };
const postgres = ["server/**/*.db.test.ts", "prisma/**/*.db.test.ts"];

// A file's place and name say where its tests run; nothing has to be listed.
export default defineConfig({
  resolve: { alias },
  test: {
    // The log has its own test; elsewhere its lines hide what failed.
    env: { LOG_LEVEL: "silent" },
    // By itself vitest leaves one core alone: on a machine with two, every other file would wait.
    maxWorkers: "100%",
    setupFiles: ["tools/same-seed.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          environment: "node",
          include: [
            "lib/**/*.test.ts",
            "server/**/*.test.ts",
            "tools/**/*.test.ts",
            "e2e/load/**/*.test.ts",
            "components/messages/**/*.test.ts",
          ],
          exclude: ["**/*.db.test.ts", "**/*.dom.test.*"],
        },
      },
      {
        extends: true,
        test: {
          name: "dom",
          environment: "happy-dom",
          include: ["components/**/*.test.{ts,tsx}", "app/**/*.test.{ts,tsx}"],
          exclude: ["components/messages/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "postgres",
          environment: "node",
          include: postgres,
          globalSetup: ["server/database/test-setup.ts"],
          // A fresh process a file: each connects itself to a database of its own.
          pool: "forks",
          isolate: true,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
