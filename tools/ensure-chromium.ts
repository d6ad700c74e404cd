import { spawnSync } from "node:child_process";
import { findChromium } from "@/tools/chromium";
import { fail, say } from "@/tools/terminal";

const ways: readonly (readonly [command: string, ...args: string[]])[] = [
  ["node_modules/.bin/playwright", "install", "chromium"],
  ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"],
];

/** Finds Chromium or installs one: Playwright's, else (as root, on Debian and its like) the system's package. */
function ensureChromium(): void {
  for (const [command, ...args] of ways) {
    if (findChromium() !== undefined) break;
    if (command === "apt-get" && process.getuid?.() !== 0) continue;
    if (command === "apt-get") spawnSync("apt-get", ["update"], { stdio: "inherit" });
    say(`Installing Chromium: ${[command, ...args].join(" ")}`);
    spawnSync(command, args, { stdio: "inherit" });
  }
  const found = findChromium();
  if (found === undefined)
    fail("There is no Chromium and none could be installed: put the path of one in CHROMIUM_PATH.");
  else say(`Chromium: ${found}`);
}

ensureChromium();
