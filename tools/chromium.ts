import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const macs = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The browser that stories run in: CHROMIUM_PATH, else the system's, else the one Playwright installed.
 *
 * @returns its path; undefined when there is none yet
 */
export function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && given !== "") return given;
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const system = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...system, ...macs, chromium.executablePath()].find((file) => existsSync(file));
}
