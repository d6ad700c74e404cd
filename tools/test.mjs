import "./require-install.mjs";
import { build } from "./build.mjs";
import { generateIfNeeded } from "./generate.mjs";
import { installed, runStep, StepFailed } from "./step.mjs";

/** Each step, and the promise that is broken when it fails. `quick` ones are `npm run validate`. */
const steps = [
  {
    name: "generate",
    title: "Database client",
    promise: "prisma/schema.prisma is a valid schema.",
    quick: true,
    run: generateIfNeeded,
  },
  {
    name: "types",
    title: "Types",
    promise: "Every value is what the code says it is.",
    quick: true,
    command: installed("tsc"),
    args: ["--noEmit", "-p", "."],
  },
  {
    name: "lint",
    title: "Lint and format",
    promise: "The code keeps the house's rules (npx biome check --write mends most).",
    quick: true,
    command: installed("biome"),
    args: ["check", "--error-on-warnings"],
  },
  {
    name: "imports",
    title: "Import table",
    promise: "lib thinks, server touches the world, components show, app connects: nothing flows the other way.",
    quick: true,
    command: process.execPath,
    args: ["tools/run-tool.mjs", "tools/check-imports.ts"],
  },
  {
    name: "unused",
    title: "Nothing unused",
    promise: "Every file, export and package is used.",
    command: installed("knip"),
    args: ["--no-progress"],
  },
  {
    name: "unit",
    title: "Unit and property tests",
    promise: "The promise in the title of each failing test above.",
    quick: true,
    live: true,
    command: installed("vitest"),
    args: ["run", "--project", "unit", "--project", "dom"],
  },
  {
    name: "postgres",
    title: "Tests against a real PostgreSQL",
    promise: "The promise in the title of each failing test above.",
    live: true,
    command: installed("vitest"),
    args: ["run", "--project", "postgres"],
  },
  { name: "build", title: "Production build", promise: "Heard can be built from this checkout.", run: () => build() },
  {
    name: "chromium",
    title: "Chromium",
    promise: "There is a Chromium for the stories, or one can be installed.",
    command: process.execPath,
    args: ["tools/run-tool.mjs", "tools/ensure-chromium.ts"],
  },
  {
    name: "browser",
    title: "Browsers against the production build",
    promise: "The promise in the title of each failing story above.",
    live: true,
    command: installed("playwright"),
    args: ["test"],
  },
];

/** `npm test [-- STEP …]`: all steps in order, or the named ones; `--quick` leaves the slow ones out. */
async function main() {
  const asked = process.argv.slice(2);
  const names = asked.filter((word) => word !== "--quick");
  const unknown = names.find((name) => steps.every((step) => step.name !== name));
  if (unknown !== undefined) {
    process.stderr.write(`There is no step "${unknown}": ${steps.map(({ name }) => name).join(", ")}.\n`);
    process.exitCode = 1;
    return;
  }
  const began = Date.now();
  const chosen = steps
    .filter((step) => names.length === 0 || names.includes(step.name))
    .filter((step) => step.quick || !asked.includes("--quick"));
  for (const step of chosen) {
    try {
      await (step.run?.() ?? runStep(step));
    } catch (error) {
      if (!(error instanceof StepFailed)) throw error;
      process.stderr.write(`\nBroken: ${step.promise}\nAgain, alone: npm test -- ${step.name}\n`);
      process.exitCode = 1;
      return;
    }
  }
  process.stdout.write(`\nAll promises hold (${((Date.now() - began) / 1000).toFixed(0)} s).\n`);
}

await main();
