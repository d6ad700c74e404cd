/** Everybody who may stand before a door. `revoked`: with a sign-in that was ended; `ex`: unlinked today. */
export const visitors = ["signedOut", "revoked", "stranger", "ex", "other", "partner"] as const;
export type Visitor = (typeof visitors)[number];

/** What each visitor gets: a status, where they are led, or the name of a refusal. */
export type Row = Record<Visitor, string>;

/** What a couple has, each by its id, and their open doors for bearers. */
export type Ids = Record<
  | "checkInId"
  | "endedId"
  | "coupleId"
  | "sessionId"
  | "invitationId"
  | "personId"
  | "proposalId"
  | "rhythmId"
  | "plannedId"
  | "agreementId"
  | "noteId"
  | "captionId"
  | "archiveId"
  | "mailId"
  | "feedToken"
  | "endpoint",
  string
>;

export const everyone = (answer: string): Row => ({
  signedOut: answer,
  revoked: answer,
  stranger: answer,
  ex: answer,
  other: answer,
  partner: answer,
});

/** The same for everybody who is signed in. */
export const signedIn = (answer: string): Row => ({
  ...everyone(answer),
  signedOut: "signedOut",
  revoked: "signedOut",
});

/** For two who are linked; whoever is signed in and not linked is told so by `unlinked`. */
export const linked = (answer: string, unlinked = "notLinked"): Row => ({
  ...signedIn(answer),
  stranger: unlinked,
  ex: unlinked,
});
