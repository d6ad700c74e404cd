import { existsSync } from "node:fs";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Heard needs Node 20.19 or later, and this is ${process.versions.node}.\n`);
  process.exit(1);
}
if (!existsSync("node_modules/next/package.json")) {
  process.stderr.write('The packages are not installed yet: run "npm ci" first.\n');
  process.exit(1);
}
