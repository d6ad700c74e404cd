import { createHash } from "node:crypto";
import { keyedHash } from "@/server/secrets";

/**
 * The secret in a recovery link, made from the ticket's id whenever its mail is written: only this installation's secret can
 * make it, so it is stored nowhere, and a copy of the database lets nobody in.
 *
 * @returns 43 characters, base64url
 */
export const recoveryToken = (ticketId: string): string => keyedHash("recovery-ticket", ticketId);

/** What the ticket is found by (SHA-256). The token is 256 bits, so a fast hash is enough. */
export const hashRecoveryToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** A path of this site, for the mail. */
export const recoveryPath = (ticketId: string): string => `/recover/${recoveryToken(ticketId)}`;
