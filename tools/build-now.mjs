import "./require-install.mjs";
import { build } from "./build.mjs";
import { StepFailed } from "./step.mjs";

try {
  await build({ always: true });
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  process.exitCode = 1;
}
