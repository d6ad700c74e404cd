import { ok, type Result, refuse } from "@/lib/result";
import { randomBytes } from "@/lib/sealing/bytes";

/** Without 0, O, 1, I and L, which are misread and misheard. 31 letters, eight of them: 39 bits that only find a row. */
const letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const codeLetters = 8;

/**
 * Eight letters from random bytes. A byte gives five bits, and the one value that has no letter is thrown away instead of
 * wrapped round, so that every code is equally likely. Null when the bytes run out; 32 practically never do.
 */
export function invitationCodeFrom(bytes: Uint8Array): string | null {
  const code = [...bytes].map((byte) => letters.charAt(byte & 31)).join("");
  return code.length >= codeLetters ? code.slice(0, codeLetters) : null;
}

export function makeInvitationCode(): string {
  for (;;) {
    const code = invitationCodeFrom(randomBytes(32));
    if (code) return code;
  }
}

/** `ABCD-EFGH`: easier to read out. */
export const formatInvitationCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** Reads a code as people type it: any case, spaces and dashes anywhere. */
export function parseInvitationCode(text: string): Result<string, "wrongLength" | "unknownLetter"> {
  const code = text.toUpperCase().replace(/[\s\p{Pd}]/gu, "");
  if ([...code].some((letter) => !letters.includes(letter))) return refuse("unknownLetter");
  return code.length === codeLetters ? ok(code) : refuse("wrongLength");
}
