import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { expect, test, vi } from "vitest";

const source = readFileSync("public/notices-worker.js", "utf8");
const origin = "https://heard.example";

type Handler = (event: object) => void;

/** The worker's own world, with nothing in it but what the worker may use. */
function wake(open: readonly string[] = []) {
  const handlers = new Map<string, Handler>();
  const windows = open.map((url) => ({ url, focus: vi.fn() }));
  const showNotification = vi.fn(async (_text: string, _options: object) => undefined);
  const openWindow = vi.fn(async (_path: string) => undefined);
  const fetched = vi.fn(async (_path: string, _init: { body: string }) => undefined);
  const renewed = {
    endpoint: "https://push.example/2",
    toJSON: () => ({ endpoint: "https://push.example/2", keys: { a: 1 } }),
  };
  const self = {
    location: { origin },
    addEventListener: (type: string, handler: Handler) => handlers.set(type, handler),
    registration: { showNotification, pushManager: { subscribe: vi.fn(async () => renewed) } },
    clients: { matchAll: async () => windows, openWindow },
  };
  runInNewContext(source, { self, URL, fetch: fetched });
  const send = async (type: string, event: object) => {
    let work: unknown;
    handlers.get(type)?.({ ...event, waitUntil: (promise: unknown) => (work = promise) });
    await work;
  };
  return { handlers, windows, showNotification, openWindow, fetched, send };
}

const pushed = (text: string) => ({ data: { json: () => JSON.parse(text) } });

test("it listens to pushes and presses alone: nothing that a page asks for passes through it, and nothing is kept", () => {
  expect([...wake().handlers.keys()].sort()).toEqual(["notificationclick", "push", "pushsubscriptionchange"]);
  expect(source).not.toMatch(/caches|indexedDB|["']fetch["']|onfetch|respondWith|importScripts|import\s/);
});

test("a push shows the text that came, and remembers where it leads", async () => {
  const { send, showNotification } = wake();
  await send("push", pushed('{"text":"You have something at 19:30","path":"/plan"}'));
  expect(showNotification.mock.calls).toEqual([
    ["You have something at 19:30", { tag: "/plan", renotify: true, data: { path: "/plan" } }],
  ]);
});

test.each([
  ["nothing", { data: null }],
  ["no JSON", pushed("<html>")],
  ["null", pushed("null")],
  ["a list", pushed("[]")],
  ["no text", pushed('{"path":"https://elsewhere.example/"}')],
  ["a text that is a story", pushed(JSON.stringify({ text: "a".repeat(61), path: "//elsewhere.example" }))],
])("%s still shows a notice, the most generic one, that leads home", async (_, event) => {
  const { send, showNotification } = wake();
  await send("push", event);
  expect(showNotification.mock.calls).toEqual([
    ["Something waits for you", { tag: "/us", renotify: true, data: { path: "/us" } }],
  ]);
});

const pressed = (path: unknown) => ({ notification: { close: vi.fn(), data: { path } } });

test("a press brings the page to the front that is there already", async () => {
  const { send, windows, openWindow } = wake([`${origin}/you`, `${origin}/plan`]);
  const event = pressed("/plan");
  await send("notificationclick", event);
  expect(event.notification.close).toHaveBeenCalledOnce();
  expect(windows.map(({ focus }) => focus.mock.calls.length)).toEqual([0, 1]);
  expect(openWindow).not.toHaveBeenCalled();
});

test.each([
  ["/plan", "/plan"],
  ["https://elsewhere.example/", "/us"],
  ["//elsewhere.example/", "/us"],
  ["/\\elsewhere.example/", "/us"],
  ["javascript:alert(1)", "/us"],
  [undefined, "/us"],
])("a press on a notice for %s opens %s, and no other site ever", async (path, opened) => {
  const { send, windows, openWindow } = wake([`${origin}/check-in/1`]);
  await send("notificationclick", pressed(path));
  expect(openWindow.mock.calls).toEqual([[opened]]);
  expect(windows[0]?.focus).not.toHaveBeenCalled();
});

test("a subscription that the browser gave up is renewed, and the server told which one it replaces", async () => {
  const { send, fetched } = wake();
  await send("pushsubscriptionchange", {
    oldSubscription: { endpoint: "https://push.example/1", options: {} },
    newSubscription: null,
  });
  const [path, init] = fetched.mock.calls[0] ?? [];
  expect(path).toBe("/api/push");
  expect(JSON.parse(init?.body ?? "")).toEqual({
    subscription: { endpoint: "https://push.example/2", keys: { a: 1 } },
    replaces: "https://push.example/1",
  });
});

test("without an old or a new subscription there is nothing to tell", async () => {
  const { send, fetched } = wake();
  await send("pushsubscriptionchange", { oldSubscription: null, newSubscription: null });
  expect(fetched).not.toHaveBeenCalled();
});
