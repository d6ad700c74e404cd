type Answer = { ok: true; value: unknown } | { ok: false; refusal: string };
export type Offline = { ok: false; refusal: "offline" };

/** Asks a server action. A line that broke on the way is an answer with a name, and what was typed stays. */
export async function ask<I, A extends Answer>(action: (input: I) => Promise<A>, input: I): Promise<A | Offline> {
  try {
    return await action(input);
  } catch {
    return { ok: false, refusal: "offline" };
  }
}

/** A server action of linking, as it arrives at a component. */
export type Action<I, V = unknown> = (
  input: I,
) => Promise<{ ok: true; value: V } | { ok: false; refusal: string; retryAfterSeconds?: number }>;
