import path from "node:path";
import { expect, test } from "vitest";
import { readEnv } from "@/server/env";

test("with nothing set, everything has a value that works on one machine", () => {
  expect(readEnv({})).toEqual({
    PORT: 3000,
    HOST: "127.0.0.1",
    DATA_DIR: path.resolve(".data"),
    ROLE: "realtime,web,worker",
  });
});

test("an empty variable counts as unset", () => {
  expect(readEnv({ PORT: "", DATABASE_URL: "" })).toEqual(readEnv({}));
});

test.each([
  ["PORT", "http"],
  ["PORT", "70000"],
  ["PORT", "3000.5"],
  ["HOST", "not a host"],
  ["DATABASE_URL", "mysql://localhost/heard"],
  ["DATABASE_URL", "heard"],
  ["PUBLIC_URL", "our.example"],
  ["PUBLIC_URL", "https://heard.example/app"],
  ["PUBLIC_URL", "https://me:secret@heard.example"],
  ["NEXTAUTH_SECRET", "short"],
  ["LOG_LEVEL", "loud"],
  ["TRUST_PROXY", "maybe"],
  ["ROLE", "cook"],
  ["ROLE", "worker,waiter"],
  ["SMTP_URL", "http://mail.example"],
  ["SMTP_URL", "mail.example:25"],
  ["MAIL_FROM", "Heard"],
  ["OPERATOR_TOKEN", "short"],
  ["VAPID_PUBLIC_KEY", "short"],
  ["VAPID_PRIVATE_KEY", "short"],
])("a wrong %s (%s) is answered by one sentence that names it and keeps the value out", (name, value) => {
  const read = () => readEnv({ [name]: value });
  expect(read).toThrow(new RegExp(`^${name} must [^\\n]+\\.$`));
  expect(read).not.toThrow(value);
});

test("two wrong variables are two sentences", () => {
  expect(() => readEnv({ PORT: "x", LOG_LEVEL: "y" })).toThrow(/^PORT [^\n]+\.\nLOG_LEVEL [^\n]+\.$/);
});

test("a role is the same in whatever order it is written", () => {
  expect(readEnv({ ROLE: "worker, web,realtime" }).ROLE).toBe(readEnv({}).ROLE);
});

test("half a pair of push keys is none", () => {
  expect(() => readEnv({ VAPID_PRIVATE_KEY: "a".repeat(43) })).toThrow(/^VAPID_PUBLIC_KEY must come together/);
});

test("the public address is kept as an origin", () => {
  expect(readEnv({ PUBLIC_URL: "https://heard.example/" }).PUBLIC_URL).toBe("https://heard.example");
});
