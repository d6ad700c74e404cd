import type { Action } from "@/components/join/ask";

/** How two partners stand to their shared key, as the page has read it. */
export type KeyStanding = {
  /** Public keys of both, which the six words are made of. */
  own: string;
  theirs: string;
  /** Whose account has no copy of the couple key any more. */
  lost: boolean;
  theirsLost: boolean;
  asked: { sealedKey: string | null } | null;
  asks: { answered: boolean } | null;
};

type Given = { publicKey: string; ownPublicKey: string; sealedKey: string };
type OfCouple<I = unknown> = I & { coupleId: string };
export type LetInActions = {
  ask: Action<OfCouple<{ publicKey: string }>>;
  stop: Action<OfCouple>;
  give: Action<OfCouple<Given>>;
  turnAway: Action<OfCouple<{ publicKey: string }>>;
  take: Action<OfCouple<{ publicKey: string; sealedKey: string; sealedCoupleKey: string }>>;
  beginAgain: Action<OfCouple<Given & { sealedCoupleKey: string }>>;
};
