import "./require-install.mjs";
import { register } from "tsx/esm/api";
import { generateIfNeeded } from "./generate.mjs";

process.env.NODE_ENV = "development";
await generateIfNeeded();
register();
await import("../server/index.ts");
