import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { renderWithWords } from "@/components/ui/test-kit";
import { PushSwitch } from "./push-switch";

const keys = { p256dh: "p".repeat(87), auth: "a".repeat(22) };
const endpoint = "https://push.example/1";

/** A browser's own part of push, as far as the page asks for it. */
function playBrowser({ answer = "granted", subscribed = false, takes = true } = {}) {
  let current = subscribed;
  const subscription = {
    endpoint,
    toJSON: () => ({ endpoint, keys }),
    unsubscribe: vi.fn(async () => {
      current = false;
    }),
  };
  const pushManager = {
    getSubscription: async () => (current ? subscription : null),
    subscribe: vi.fn(async (_: object) => {
      if (!takes) throw new DOMException("no push service", "AbortError");
      current = true;
      return subscription;
    }),
  };
  const registration = { pushManager, unregister: vi.fn(async () => true) };
  const register = vi.fn(async (_file: string, _options: object) => registration);
  const serviceWorker = {
    register,
    ready: Promise.resolve(registration),
    getRegistration: async () => (subscribed || register.mock.calls.length > 0 ? registration : undefined),
  };
  const requestPermission = vi.fn(async () => answer);
  vi.stubGlobal("navigator", { userAgent: "a browser", maxTouchPoints: 0, serviceWorker });
  vi.stubGlobal("PushManager", class {});
  vi.stubGlobal("Notification", { requestPermission });
  vi.stubGlobal("isSecureContext", true);
  return { register, requestPermission, registration, subscription, pushManager };
}

type Answer = { ok: true; value: unknown } | { ok: false; refusal: string };
const taken = () => vi.fn(async (_: unknown): Promise<Answer> => ({ ok: true, value: null }));
let turnPushOn = taken();
let turnPushOff = taken();
beforeEach(() => {
  turnPushOn = taken();
  turnPushOff = taken();
});
afterEach(() => vi.unstubAllGlobals());

const here = () => screen.getByRole<HTMLInputElement>("switch", { name: "On this device" });
const settle = () => act(async () => new Promise((done) => setImmediate(done)));
async function show(pushKey: string | null = "AQID") {
  renderWithWords(<PushSwitch {...{ pushKey, turnPushOn, turnPushOff }} />);
  await settle();
}
const press = async () => {
  fireEvent.click(here());
  await settle();
};

test("looking asks nothing and registers nothing; a press asks the person first, then the browser, then the server", async () => {
  const { register, requestPermission, pushManager } = playBrowser();
  await show();
  expect(here().checked).toBe(false);
  expect(requestPermission).not.toHaveBeenCalled();
  expect(register).not.toHaveBeenCalled();
  await press();
  expect(register.mock.calls).toEqual([["/notices-worker.js", { scope: "/", updateViaCache: "none" }]]);
  expect(pushManager.subscribe.mock.calls).toEqual([
    [{ userVisibleOnly: true, applicationServerKey: new Uint8Array([1, 2, 3]) }],
  ]);
  expect(turnPushOn.mock.calls).toEqual([[{ endpoint, keys }]]);
  expect(here().checked).toBe(true);
});

test.each([
  ["denied", "open the settings beside the address"],
  ["default", "The browser’s question was closed"],
])(
  "a browser's question that is answered %s leaves the switch off, nothing registered, and says what to do",
  async (answer, words) => {
    const { register } = playBrowser({ answer });
    await show();
    await press();
    expect(here().checked).toBe(false);
    expect(register).not.toHaveBeenCalled();
    expect(screen.getByRole("alert").textContent).toContain(words);
  },
);

test("a push service that does not answer leaves nothing behind", async () => {
  const { registration } = playBrowser({ takes: false });
  await show();
  await press();
  expect(here().checked).toBe(false);
  expect(registration.unregister).toHaveBeenCalledOnce();
  expect(screen.getByRole("alert").textContent).toContain("push service did not answer");
  expect(turnPushOn).not.toHaveBeenCalled();
});

test("a server that says no takes the browser's part back", async () => {
  const { registration, subscription } = playBrowser();
  turnPushOn.mockResolvedValue({ ok: false, refusal: "invalid" });
  await show();
  await press();
  expect(here().checked).toBe(false);
  expect(subscription.unsubscribe).toHaveBeenCalled();
  expect(registration.unregister).toHaveBeenCalledOnce();
  expect(screen.getByRole("alert").textContent).toContain("Something is out of order");
});

test("a device that is on says so, tells the server again, and is quiet after one press even if the server can't be reached", async () => {
  const { registration } = playBrowser({ subscribed: true });
  turnPushOff.mockRejectedValue(new TypeError("no network"));
  await show();
  expect(here().checked).toBe(true);
  expect(turnPushOn.mock.calls).toEqual([[{ endpoint, keys }]]);
  await press();
  expect(registration.unregister).toHaveBeenCalledOnce();
  expect(turnPushOff.mock.calls).toEqual([[{ endpoint }]]);
  expect(here().checked).toBe(false);
});

test.each([
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_0)", 5, "on the home screen first"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X)", 5, "on the home screen first"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X)", 0, "This browser shows no notices"],
])(
  "a browser that can't be told says what would help: %s with %i fingers",
  async (userAgent, maxTouchPoints, words) => {
    playBrowser();
    vi.stubGlobal("navigator", { userAgent, maxTouchPoints });
    await show();
    expect(here().disabled).toBe(true);
    expect(screen.getByText(new RegExp(words))).toBeTruthy();
  },
);

test("without https it says so, and without the server's key nothing can be pressed", async () => {
  playBrowser();
  vi.stubGlobal("isSecureContext", false);
  await show();
  expect(screen.getByText(/over https alone/)).toBeTruthy();
  expect(here().disabled).toBe(true);
});
