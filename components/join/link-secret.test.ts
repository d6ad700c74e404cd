import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetLinkSecret, takeLinkSecret } from "@/components/join/link-secret";
import { formatInvitationSecret, makeInvitationSecret } from "@/lib/sealing/invitation-secret";

const id = "0198c0de-0000-7000-8000-000000000001";
const other = "0198c0de-0000-7000-8000-000000000002";
const secret = makeInvitationSecret();
const openLink = (fragment: string) => window.history.replaceState(null, "", `/join/${id}?by=x${fragment}`);

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  window.sessionStorage.clear();
});

describe("the secret of a link", () => {
  it("is taken and leaves the address bar at once, and stays out of it", () => {
    openLink(`#${formatInvitationSecret(secret)}`);
    expect(takeLinkSecret(id)).toEqual({ state: "here", secret });
    expect(window.location.hash).toBe("");
    // What the router does when it wakes up after the page.
    openLink(`#${formatInvitationSecret(secret)}`);
    vi.runAllTimers();
    expect(window.location.hash).toBe("");
    expect(window.location.search).toBe("?by=x");
  });

  it("is still there after signing up, for this invitation alone", () => {
    openLink(`#${formatInvitationSecret(secret)}`);
    takeLinkSecret(id);
    vi.runAllTimers();
    openLink("");
    expect(takeLinkSecret(id)).toEqual({ state: "here", secret });
    expect(takeLinkSecret(other)).toEqual({ state: "missing" });
  });

  it("is gone once it was used", () => {
    openLink(`#${formatInvitationSecret(secret)}`);
    takeLinkSecret(id);
    forgetLinkSecret(id);
    openLink("");
    expect(takeLinkSecret(id)).toEqual({ state: "missing" });
  });

  it.each(["#abc", "#%00", `#${formatInvitationSecret(secret)}x`])("that got garbled is named so: %s", (fragment) => {
    openLink(fragment);
    expect(takeLinkSecret(id)).toEqual({ state: "garbled" });
    expect(window.location.hash).toBe("");
  });
});
