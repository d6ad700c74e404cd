import "./require-install.mjs";
import { register } from "tsx/esm/api";
import { generateIfNeeded } from "./generate.mjs";

// node tools/run-tool.mjs FILE …: runs one of our TypeScript tools, with everything it imports in place.
await generateIfNeeded();
register();
const [file] = process.argv.splice(2, 1);
await import(new URL(`../${file}`, import.meta.url).href);
