import { defineConfig } from "@playwright/test";
import { findChromium } from "@/tools/chromium";

const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
// Chromium's sandbox refuses to run as root.
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  // Two browsers, a server and a database share the machine already.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // Patience is for machines slower than ours; no story waits that long for what comes at all.
  timeout: 240_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    // Without pictures: they cost a tenth of the time, and the snapshots show the same.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: true, sources: true },
    locale: "en-GB",
    launchOptions: { executablePath: findChromium(), args: [...quiet, "--disable-quic", ...asRoot] },
  },
});
