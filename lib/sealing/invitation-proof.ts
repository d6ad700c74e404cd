import { z } from "zod";
import { type Bytes, fromBase64url, toBase64url, utf8 } from "@/lib/sealing/bytes";
import { hkdfBytes } from "@/lib/sealing/hkdf";

/** 32 bytes, base64url: the proof itself, or its hash. */
export const invitationProofSchema = z.string().refine((text) => fromBase64url(text)?.length === 32);

/**
 * Shows that a browser holds an invitation's secret without showing the secret: HKDF-SHA-256 (RFC 5869) of it, with a
 * purpose of its own. A server that has seen it learns nothing about the key that wraps the couple key.
 */
export const invitationProof = async (secret: Bytes): Promise<string> =>
  toBase64url(await hkdfBytes(secret, "heard/invitation-proof/v1", 32));

/** SHA-256 of a proof's text: what the server keeps, so that reading its database lets nobody join. */
export const hashInvitationProof = async (proof: string): Promise<string> =>
  toBase64url(new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(proof))));
