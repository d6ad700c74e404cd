/** Every answer about accounts that is not a yes. Each has its own words in `account.refusals`. */
export const accountRefusals = [
  "noMatch",
  "addressTaken",
  "tooManyTries",
  "invalid",
  "signedOut",
  "cookiesOff",
  "cannotDerive",
  "offline",
  "unavailable",
  "changedMeanwhile",
  "used",
  "expired",
] as const;
export type AccountRefusal = (typeof accountRefusals)[number];

export type Refused = { ok: false; refusal: AccountRefusal; retryAfterSeconds?: number };

export const refused = (refusal: AccountRefusal): Refused => ({ ok: false, refusal });
