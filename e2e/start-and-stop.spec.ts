import { readFileSync } from "node:fs";
import { expect, test } from "@/e2e/fixtures";
import { startServer } from "@/e2e/start-server";

test("one friendly line says where it runs, and the first page greets", async ({ server, page }) => {
  expect(readFileSync(server.logFile, "utf8")).toContain(`Heard is ready at ${server.url}.`);
  const response = await page.goto("/");
  expect(response?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("alive and ready are two answers, and neither may be kept", async ({ server, request }) => {
  const health = await request.get(`${server.url}/api/health`);
  expect(await health.json()).toEqual({ status: "alive" });
  const ready = await request.get(`${server.url}/api/ready`);
  expect(await ready.json()).toMatchObject({ ready: true, database: true, migrations: true });
  expect(ready.headers()["cache-control"]).toContain("no-store");
  // The worker begins after the doors are open, and keeps nobody away meanwhile.
  await expect
    .poll(async () => (await request.get(`${server.url}/api/ready`)).json())
    .toHaveProperty("worker", "running");
});

test("a killed server starts again on the same port and data", async () => {
  const server = await startServer();
  try {
    await server.kill();
    await expect(fetch(server.url)).rejects.toThrow();
    await server.start();
    expect((await fetch(`${server.url}/api/ready`)).status).toBe(200);
  } finally {
    await server.dispose();
  }
});

test("asked to stop, it ends in time with code 0, and its database with it", async () => {
  const server = await startServer();
  try {
    const began = Date.now();
    expect(await server.stop()).toBe(0);
    expect(Date.now() - began).toBeLessThan(10_000);
    // PostgreSQL takes its pid file along when it has stopped in order.
    expect(() => server.databaseUrl).toThrow("ENOENT");
  } finally {
    await server.dispose();
  }
});
