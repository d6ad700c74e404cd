import type { z } from "zod";
import { ok, type Result, refuse } from "@/lib/result";

/** What a socket sent, if it is what it has to be. `tooLarge` where it only holds more words than fit. */
export const readPayload = <T>(schema: z.ZodType<T>, payload: unknown): Result<T, "invalid" | "tooLarge"> => {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return ok(parsed.data);
  const tooLarge = parsed.error.issues.some((issue) => issue.code === "too_big" && issue.path.at(-1) === "c");
  return refuse(tooLarge ? "tooLarge" : "invalid");
};
