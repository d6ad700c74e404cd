import { ok } from "@/lib/result";
import { addressOf } from "@/server/auth/network-address";
import { signUpSchema } from "@/server/auth/schemas";
import { signUp } from "@/server/auth/service";
import { openRoute } from "@/server/open-route";

export const POST = openRoute(signUpSchema, async (input, read) => {
  const answer = await signUp(input, addressOf(read));
  // Signing in is the next request; the person's id is of no use to the page.
  return answer.ok ? ok(null) : answer;
});
