import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { generateIfNeeded } from "./generate.mjs";
import { sourceHash } from "./source-hash.mjs";
import { installed, runStep } from "./step.mjs";

const stamp = "dist/made-from";

/**
 * Builds the pages (.next) and the server (dist/server.js), unless both are of these very sources.
 *
 * @param {{ always?: boolean }} options
 */
export async function build({ always = false } = {}) {
  await generateIfNeeded();
  const wanted = sourceHash();
  const fresh = existsSync(stamp) && readFileSync(stamp, "utf8") === wanted && existsSync(".next/BUILD_ID");
  if (fresh && !always) return;
  rmSync(stamp, { force: true });
  mkdirSync("dist", { recursive: true });
  await runStep({
    title: "Build the pages",
    command: installed("next"),
    args: ["build"],
    env: { NODE_ENV: "production" },
  });
  await runStep({ title: "Build the server", command: process.execPath, args: ["tools/bundle-server.mjs"] });
  // Last, so that a build that was cut off counts as none.
  writeFileSync(stamp, wanted);
}
