import { z } from "zod";
import { accountRefusals, type Refused, refused } from "@/components/auth/answers";

const refusedSchema = z.object({
  ok: z.literal(false),
  // A name from a newer server is still an answer.
  refusal: z.enum(accountRefusals).catch("unavailable"),
  retryAfterSeconds: z.number().optional(),
});

/** A Result as it came over the wire. Whatever is none (a proxy's error page, a cut answer) is `unavailable`. */
export function readAnswer<T>(answer: unknown, value: z.ZodType<T>): { ok: true; value: T } | Refused {
  const good = z.object({ ok: z.literal(true), value }).safeParse(answer);
  if (good.success) return { ok: true, value: good.data.value };
  const bad = refusedSchema.safeParse(answer);
  if (!bad.success) return refused("unavailable");
  const { refusal, retryAfterSeconds } = bad.data;
  return retryAfterSeconds === undefined ? refused(refusal) : { ok: false, refusal, retryAfterSeconds };
}

/** The answer of an action that gives nothing back. */
export const readDone = (answer: unknown) => readAnswer(answer, z.null());
