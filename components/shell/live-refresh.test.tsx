import { cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LiveRefresh } from "@/components/shell/live-refresh";

type Listener = (about?: unknown) => void;
const listeners = new Map<string, Listener>();
const disconnect = vi.fn();
const io = vi.fn(() => ({ on: (event: string, listener: Listener) => listeners.set(event, listener), disconnect }));
vi.mock("socket.io-client", () => ({ io }));

const told = (event: string, about?: unknown) => listeners.get(event)?.(about);

beforeEach(() => {
  listeners.clear();
  vi.clearAllMocks();
});
afterEach(cleanup);

describe("a page that is open", () => {
  it("is read again when something changed, and when the line comes back", async () => {
    const refresh = vi.fn();
    render(<LiveRefresh refresh={refresh} />);
    await vi.waitFor(() => expect(listeners.size).toBeGreaterThan(0));
    expect(refresh).not.toHaveBeenCalled();
    told("home:changed");
    told("connect");
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it("is read again when the person was signed out, and left alone when the server is only away", async () => {
    const refresh = vi.fn();
    render(<LiveRefresh refresh={refresh} />);
    await vi.waitFor(() => expect(listeners.size).toBeGreaterThan(0));
    told("connect_error", new Error("unavailable"));
    expect(refresh).not.toHaveBeenCalled();
    told("connect_error", new Error("signedOut"));
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it("hangs up when it is left", async () => {
    const page = render(<LiveRefresh refresh={vi.fn()} />);
    await vi.waitFor(() => expect(io).toHaveBeenCalledTimes(1));
    expect(disconnect).not.toHaveBeenCalled();
    page.unmount();
    expect(disconnect).toHaveBeenCalledTimes(1);
  });

  it("makes no line when it was left before the line was made", async () => {
    render(<LiveRefresh refresh={vi.fn()} />).unmount();
    await import("socket.io-client");
    await Promise.resolve();
    expect(io).not.toHaveBeenCalled();
  });
});
