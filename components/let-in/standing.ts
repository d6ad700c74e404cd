import type { Action } from "@/components/join/ask";

/** How two partners stand to their shared key, as the page has read it. */
export type KeyStanding = {
  /** Public keys of both, which the six words are made of. */
  own: string;
  theirs: string;
  theirsLost: boolean;
  asked: { sealedKey: string | null } | null;
  asks: { answered: boolean } | null;
};

type OfCouple<I = unknown> = I & { coupleId: string };
export type LetInActions = {
  ask: Action<OfCouple<{ publicKey: string }>>;
  stop: Action<OfCouple>;
  give: Action<OfCouple<{ publicKey: string; ownPublicKey: string; sealedKey: string }>>;
  turnAway: Action<OfCouple<{ publicKey: string }>>;
  take: Action<OfCouple<{ publicKey: string; sealedKey: string; sealedCoupleKey: string }>>;
};
