import { Writable } from "node:stream";
import pino from "pino";
import { expect, test } from "vitest";
import { logOptions } from "@/server/log";

function written(object: object): string {
  let text = "";
  const sink = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  pino({ ...logOptions, level: "info" }, sink).info(object, "happened");
  return text;
}

test("a record keeps ids and kinds", () => {
  expect(JSON.parse(written({ checkInId: "c1", kind: "share" }))).toMatchObject({
    level: "info",
    checkInId: "c1",
    kind: "share",
    msg: "happened",
  });
});

test.each([
  { words: "marked" },
  { command: { payload: { text: "marked" } } },
  { person: { email: "marked@example.org", name: "marked" } },
  { headers: { cookie: "marked", authorization: "marked", "set-cookie": "marked" } },
  { request: { headers: { cookie: "marked" } } },
  { err: new Error("Key (email)=(marked) already exists") },
  { err: Object.assign(new Error("x"), { detail: "marked" }) },
])("people's words and names stay out of %j", (object) => {
  expect(written(object)).not.toContain("marked");
});

test("an error is named by its kind, its code and its place", () => {
  const line = JSON.parse(written({ err: Object.assign(new TypeError("x"), { code: "23505" }) }));
  expect(line.err).toMatchObject({ type: "TypeError", code: "23505" });
  expect(line.err.at[0]).toContain("log.test.ts");
});
