import compile from "icu-minify/compile";
import { expect, test } from "vitest";
import messages from "./en.json";

type Entry = [key: string, message: unknown];

const entriesOf = (value: unknown, at: string): Entry[] =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, inner]) => entriesOf(inner, at ? `${at}.${key}` : key))
    : [[at, value]];

const entries = entriesOf(messages, "");
const sayingOf = (pattern: RegExp) =>
  entries.filter(([, message]) => typeof message === "string" && pattern.test(message)).map(([key]) => key);

test("every message is a string that the build can compile", () => {
  const broken = entries.filter(([, message]) => {
    if (typeof message !== "string") return true;
    try {
      compile(message);
      return false;
    } catch {
      return true;
    }
  });
  expect(broken).toEqual([]);
});

test("no message shouts", () => {
  expect(sayingOf(/!/)).toEqual([]);
});

test("no message scolds, judges or asks why", () => {
  expect(sayingOf(/\b(should|failed|failure|missed|rejected|ignored|left you)\b|\bwhy\b[^.?]*\?/i)).toEqual([]);
});
