import type { Support } from "@/lib/coach/hint";
import { dangers } from "./danger";
import { idioms } from "./idioms";

/**
 * Whether a sentence tells of violence, threat, force, stalking or self-harm. Takes text from `plainText`, quotations
 * included: a threat that somebody repeats is still a threat.
 */
export function findSupport(plain: string): Support | null {
  const literal = idioms.reduce((text, idiom) => text.replace(idiom, " _ "), plain);
  const found = dangers.find(({ sign }) => sign.test(literal));
  return found ? { kind: "support", about: found.about } : null;
}
