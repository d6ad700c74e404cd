/** What a refusable step returns. A refusal is a value with a name, never an exception. */
export type Result<T, R extends string> = { ok: true; value: T } | { ok: false; refusal: R };

export const ok = <T>(value: T) => ({ ok: true, value }) as const;
export const refuse = <R extends string>(refusal: R) => ({ ok: false, refusal }) as const;
