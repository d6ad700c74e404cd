import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { personIdSchema } from "@/lib/ids";
import { ok, refuse } from "@/lib/result";
import { action, openAction } from "@/server/action";
import type { Actor } from "@/server/auth/actor";
import { log } from "@/server/log";

const found = vi.hoisted(() => ({ actor: null as unknown, token: vi.fn() }));
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({ cookies: async () => ({ get: (name: string) => ({ name, value: "a token" }) }) }));
vi.mock("@/server/auth/actor", () => ({
  actorOfToken: async (token: string) => {
    found.token(token);
    if (found.actor instanceof Error) throw found.actor;
    return found.actor;
  },
}));

const mara: Actor = {
  personId: personIdSchema.parse("0190a1b2-0000-7000-8000-000000000001"),
  sessionId: "0190a1b2-0000-7000-8000-000000000002",
  name: "Mara",
  email: "mara@example.org",
};
const schema = z.strictObject({ name: z.string() });
const greet = action(schema, async ({ name }, actor) =>
  name === "taken" ? refuse("taken") : ok(`${actor.name}, meet ${name}`),
);
/** As the network calls it: with anything at all. */
const call = (it: (input: never) => Promise<unknown>, input: unknown) => Reflect.apply(it, undefined, [input]);

beforeEach(() => {
  found.actor = mara;
  vi.restoreAllMocks();
});

describe("an action", () => {
  it("hands over what was parsed and who acts, and passes on its answer", async () => {
    expect(await greet({ name: "Sam" })).toEqual({ ok: true, value: "Mara, meet Sam" });
    expect(await greet({ name: "taken" })).toEqual({ ok: false, refusal: "taken" });
    expect(found.token).toHaveBeenCalledWith("a token");
  });

  it("refuses whoever is not signed in before it looks at anything", async () => {
    found.actor = null;
    expect(await call(greet, "anything")).toEqual({ ok: false, refusal: "signedOut" });
  });

  it("calls a bad input by the name that its schema gave it, if the action knows that name", async () => {
    const zone = z.strictObject({ zone: z.string().refine((name) => name !== "Moon", { error: "unknownZone" }) });
    const tell = action(zone, async () => ok(null), ["unknownZone"]);
    expect(await tell({ zone: "Moon" })).toEqual({ ok: false, refusal: "unknownZone" });
    expect(await call(tell, { zone: 5 })).toEqual({ ok: false, refusal: "invalid" });
    expect(await action(zone, async () => ok(null))({ zone: "Moon" })).toEqual({ ok: false, refusal: "invalid" });
  });

  it.each([undefined, null, 5, "text", [], {}, { name: 5 }, { name: "Sam", password: "x" }])(
    "answers %j with invalid",
    async (input) => {
      expect(await call(greet, input)).toEqual({ ok: false, refusal: "invalid" });
      expect(
        await call(
          openAction(schema, async () => ok(null)),
          input,
        ),
      ).toEqual({ ok: false, refusal: "invalid" });
    },
  );

  it("answers what breaks with unavailable, and logs no more than the error", async () => {
    const logged = vi.spyOn(log, "error").mockReturnValue(undefined);
    const broken = action(schema, async (): Promise<{ ok: true; value: null }> => {
      throw new Error("the database is away");
    });
    expect(await broken({ name: "a word that nobody may read" })).toEqual({ ok: false, refusal: "unavailable" });
    found.actor = new Error("no database");
    expect(await greet({ name: "Sam" })).toEqual({ ok: false, refusal: "unavailable" });
    expect(logged).toHaveBeenCalledTimes(2);
    expect(JSON.stringify(logged.mock.calls)).not.toContain("nobody may read");
  });

  it("lets a redirect through", async () => {
    const { redirect } = await import("next/navigation");
    const leave = action(schema, async (): Promise<{ ok: true; value: null }> => redirect("/us"));
    await expect(leave({ name: "Sam" })).rejects.toThrow("NEXT_REDIRECT");
  });
});
