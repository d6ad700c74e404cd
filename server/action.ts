import "server-only";
import { cookies } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { type Actor, actorOfToken } from "@/server/auth/actor";
import { cookieName } from "@/server/auth/session-token";
import { log } from "@/server/log";

type Answer = { ok: true; value: unknown } | { ok: false; refusal: string };

/** What every action may answer besides its own refusals. */
export type ActionRefusal = "invalid" | "signedOut" | "unavailable";
type Refused = { ok: false; refusal: ActionRefusal };
const invalid: Refused = { ok: false, refusal: "invalid" };

/** What is wrong with what came: by its own name where the schema gave it one that the action knows, else `invalid`. */
const nameOf = <R extends string>({ issues }: z.ZodError, names: readonly R[]): R | "invalid" =>
  issues.flatMap(({ message }) => names.find((name) => name === message) ?? [])[0] ?? "invalid";

/**
 * A server action for signed-in people. It asks who acts (one read, so an ended session is refused at once), parses what came
 * (it comes from anywhere, whatever the types say), and always resolves: whatever breaks is `unavailable`, and only ids and
 * kinds are logged. `redirect()` and `notFound()` work inside the handler.
 *
 * ```ts
 * export const rename = action(z.strictObject({ name: nameSchema }), async ({ name }, actor) => …);
 * ```
 *
 * @param names what the schema's own errors may be called towards the browser; anything else is `invalid`
 */
export function action<S extends z.ZodType, A extends Answer, R extends string = never>(
  schema: S,
  handler: (input: z.output<S>, actor: Actor) => Promise<A>,
  names: readonly R[] = [],
): (input: z.input<S>) => Promise<A | { ok: false; refusal: ActionRefusal | R }> {
  return (input) =>
    answer(async () => {
      const actor = await actorOfToken((await cookies()).get(cookieName("session"))?.value);
      if (actor === null) return { ok: false, refusal: "signedOut" };
      const parsed = schema.safeParse(input);
      return parsed.success ? handler(parsed.data, actor) : { ok: false, refusal: nameOf(parsed.error, names) };
    });
}

/** The same for everybody, signed in or not. */
export function openAction<S extends z.ZodType, A extends Answer>(
  schema: S,
  handler: (input: z.output<S>) => Promise<A>,
): (input: z.input<S>) => Promise<A | Refused> {
  return (input) =>
    answer(async () => {
      const parsed = schema.safeParse(input);
      return parsed.success ? handler(parsed.data) : invalid;
    });
}

async function answer<A extends Answer>(work: () => Promise<A>): Promise<A | Refused> {
  try {
    return await work();
  } catch (err) {
    // Next's own signals (a redirect, a not-found) are thrown too and are not ours to catch.
    unstable_rethrow(err);
    log.error({ err }, "an action broke");
    return { ok: false, refusal: "unavailable" };
  }
}
