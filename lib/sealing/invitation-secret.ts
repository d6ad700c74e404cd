import { ok, type Result, refuse } from "@/lib/result";
import { type Bytes, fromBase64url, randomBytes, toBase64url } from "@/lib/sealing/bytes";

const secretBytes = 16;

/** 128 random bits. They travel after `#` in the invitation's link, which browsers never send to a server. */
export const makeInvitationSecret = (): Bytes => randomBytes(secretBytes);

export const formatInvitationSecret = (secret: Bytes): string => toBase64url(secret);

/** Takes `location.hash` as it is, with or without its `#`. */
export function parseInvitationSecret(fragment: string): Result<Bytes, "notASecret"> {
  const secret = fromBase64url(fragment.trim().replace(/^#/, ""));
  return secret?.length === secretBytes ? ok(secret) : refuse("notASecret");
}
