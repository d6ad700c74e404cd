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
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    trace: "retain-on-failure",
    locale: "en-GB",
    launchOptions: { executablePath: findChromium(), args: [...quiet, "--disable-quic", ...asRoot] },
  },
});
