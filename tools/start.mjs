import "./require-install.mjs";
import { build } from "./build.mjs";
import { StepFailed } from "./step.mjs";

process.env.NODE_ENV = "production";
try {
  await build();
  // In this very process: a signal to it is a signal to the server.
  await import("../dist/server.js");
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  process.stderr.write(`Heard can't be built, so it did not start: "${error.message}" went wrong.\n`);
  process.exitCode = 1;
}
