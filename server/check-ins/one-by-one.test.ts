import { expect, it } from "vitest";
import { oneByOne } from "@/server/check-ins/one-by-one";

it("jobs of one key follow each other in order, also after one that throws; other keys do not wait", async () => {
  const inLine = oneByOne(10);
  const told: string[] = [];
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const jobs = [
    inLine("a", async () => {
      await gate;
      told.push("a1");
      throw new Error("a1");
    }),
    inLine("a", async () => told.push("a2")),
    inLine("b", async () => told.push("b1")),
  ];
  await jobs[2];
  expect(told).toEqual(["b1"]);
  release();
  await Promise.allSettled(jobs);
  expect(told).toEqual(["b1", "a1", "a2"]);
});

it("a line that is full takes nobody until one has left", async () => {
  const inLine = oneByOne(1);
  const first = inLine("a", async () => "first");
  expect(inLine("a", async () => "second")).toBeNull();
  expect(await first).toBe("first");
  await new Promise((resolve) => setImmediate(resolve));
  expect(await inLine("a", async () => "third")).toBe("third");
});
