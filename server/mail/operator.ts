import { timingSafeEqual } from "node:crypto";
import { readEnv } from "@/server/env";
import { keyedHash } from "@/server/secrets";

/** The mailbox page is for whoever runs the server: by a token of theirs, or in development on this machine itself. */
export const operatorCookie = "heard-operator";
export const operatorHours = 12;

const operatorToken = () => readEnv(process.env).OPERATOR_TOKEN ?? null;

/** What the cookie holds: nobody can make it without the token, and it ends with the token. */
const proofOf = (token: string) => keyedHash("operator", token);

/** @returns what the cookie will hold, or null for what is not the token */
export function openMailbox(given: string): string | null {
  const token = operatorToken();
  return token !== null && isSame(proofOf(given), proofOf(token)) ? proofOf(token) : null;
}

export type Standing = "operator" | "mayAsk" | "nobody";

/** @param address where the request came from, by `addressOf` */
export function operatorStanding(cookie: string | undefined, address: string): Standing {
  const token = operatorToken();
  if (token !== null) return cookie !== undefined && isSame(cookie, proofOf(token)) ? "operator" : "mayAsk";
  const isHere = address === "127.0.0.1" || address === "0:0:0:0";
  return process.env.NODE_ENV === "development" && isHere ? "operator" : "nobody";
}

function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
