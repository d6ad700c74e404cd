import { otherSeat } from "@/lib/other-seat";
import { ok, type Result, refuse } from "@/lib/result";
import { despiteCollisions } from "@/server/couples/collisions";
import type { Partnership } from "@/server/couples/service";
import { tellHome } from "@/server/couples/tell-home";
import * as repository from "@/server/keys/repository";
import { enqueueNotices } from "@/server/notices/service";

/** How two partners stand to the couple key, seen from one side. What is `lost` was sealed to a pair that is given up. */
export type KeyStanding = {
  /** Public keys that the six words are made of. */
  own: string;
  theirs: string;
  lost: boolean;
  theirsLost: boolean;
  /** One's own question: null where there is none; `sealedKey` once the other has answered it. */
  asked: { sealedKey: string | null } | null;
  /** The other one's, while it holds for the key that they have. */
  asks: { answered: boolean } | null;
};

type Partners = Awaited<ReturnType<typeof repository.listPartnersKeys>>;
const bothOf = (partners: Partners, { seat }: Partnership) => {
  // Linked partners have a person each; the row of somebody whose account is gone has none, and is not linked.
  const living = partners.flatMap(({ person, ...row }) => (person === null ? [] : [{ ...row, person }]));
  const own = living.find((partner) => partner.seat === seat);
  const theirs = living.find((partner) => partner.seat !== seat);
  return own && theirs ? { own, theirs } : null;
};

/** Null when they were unlinked in this moment. */
export async function findKeyStanding(partnership: Partnership): Promise<KeyStanding | null> {
  const { coupleId, seat } = partnership;
  const [partners, requests] = await Promise.all([
    repository.listPartnersKeys(coupleId),
    repository.listKeyRequests(coupleId),
  ]);
  const both = bothOf(partners, partnership);
  if (both === null) return null;
  const [own, theirs] = [both.own.person.publicKey, both.theirs.person.publicKey];
  const mine = requests.find((request) => request.seat === seat && request.publicKey === own);
  const other = requests.find((request) => request.seat !== seat && request.publicKey === theirs);
  return {
    own,
    theirs,
    lost: both.own.sealedCoupleKey === "",
    theirsLost: both.theirs.sealedCoupleKey === "",
    asked: mine ? { sealedKey: mine.sealedKey } : null,
    asks: other ? { answered: other.sealedKey !== null } : null,
  };
}

type Both = NonNullable<ReturnType<typeof bothOf>>;

/** What the two own is changed with both their rows held: a key that is changed at the same moment comes before or after. */
async function withBoth<A extends { ok: true; value: unknown } | { ok: false; refusal: string }>(
  partnership: Partnership,
  work: (tx: repository.Transaction, both: Both) => Promise<A>,
) {
  const { coupleId, personId, other } = partnership;
  const done = await despiteCollisions(() =>
    repository.inTransaction(async (tx) => {
      await repository.lockPeople(tx, [personId, other.personId]);
      const both = bothOf(await repository.listPartnersKeys(coupleId, tx), partnership);
      return both === null ? refuse("notLinked") : work(tx, both);
    }),
  );
  if (done.ok) tellHome([personId, other.personId]);
  return done;
}

/**
 * Asks the partner to be let back in. They are told, and both screens show six words made of both keys. Asking again with the
 * same key changes nothing. `changedMeanwhile`: this page shows another key than the account has by now.
 */
export const askForKey = (
  partnership: Partnership,
  { publicKey }: { publicKey: string },
): Promise<Result<null, "notLinked" | "changedMeanwhile">> =>
  withBoth(partnership, async (tx, { own }) => {
    const { coupleId, seat, other } = partnership;
    if (own.person.publicKey !== publicKey) return refuse("changedMeanwhile");
    if ((await repository.findKeyRequest({ coupleId, seat }, tx))?.publicKey === publicKey) return ok(null);
    const askedAt = new Date();
    await repository.putKeyRequest(tx, { coupleId, seat }, publicKey, askedAt);
    const at = askedAt.getTime();
    await enqueueNotices(tx, [
      {
        personId: other.personId,
        coupleId,
        kind: "keyRequested",
        dueAt: askedAt,
        subject: `keyRequested/${coupleId}/${at}`,
        detail: { coupleId, askedAt: at },
      },
    ]);
    return ok(null);
  });

/** Not asking any more is not a refusal. */
export const stopAskingForKey = (partnership: Partnership): Promise<Result<null, "notLinked">> =>
  withBoth(partnership, async (tx) => {
    await repository.deleteKeyRequest(tx, { coupleId: partnership.coupleId, seat: partnership.seat });
    return ok(null);
  });

type Given = { publicKey: string; ownPublicKey: string; sealedKey: string };

/**
 * "That's them": the couple key, sealed by this partner's device to the key that the six words were made of, waits for the one
 * who asks. `askerChanged`: they ask with another key by now, or not any more, so nothing that was compared holds.
 */
export const giveKey = (
  partnership: Partnership,
  given: Given,
): Promise<Result<null, "notLinked" | "changedMeanwhile" | "askerChanged">> =>
  withBoth(partnership, (tx, both) => handOver(tx, partnership, both, given));

async function handOver(
  tx: repository.Transaction,
  { coupleId, seat, other }: Partnership,
  { own, theirs }: Both,
  { publicKey, ownPublicKey, sealedKey }: Given,
): Promise<Result<null, "changedMeanwhile" | "askerChanged">> {
  if (own.person.publicKey !== ownPublicKey) return refuse("changedMeanwhile");
  if (theirs.person.publicKey !== publicKey) return refuse("askerChanged");
  const place = { coupleId, seat: otherSeat(seat) };
  if (!(await repository.answerKeyRequest(tx, place, publicKey, sealedKey))) return refuse("askerChanged");
  const now = new Date();
  await enqueueNotices(tx, [
    {
      personId: other.personId,
      coupleId,
      kind: "letBackIn",
      dueAt: now,
      detail: { coupleId },
      subject: `letBackIn/${coupleId}/${now.getTime()}`,
    },
  ]);
  return ok(null);
}

/**
 * "That's them", where neither has the couple key any more: this partner's device has made a new one, for itself and for the one
 * who asked to begin again. Only while both copies are gone: one that might still be opened is never replaced. The same copy sent
 * again is the same.
 *
 * @returns `notBothLost` where one of the two has a copy, of the old key or of one that was made a moment ago
 */
export const beginAgain = (
  partnership: Partnership,
  { sealedCoupleKey, ...given }: Given & { sealedCoupleKey: string },
): Promise<Result<null, "notLinked" | "changedMeanwhile" | "askerChanged" | "notBothLost">> =>
  withBoth(partnership, async (tx, both) => {
    if (both.own.sealedCoupleKey === sealedCoupleKey) return ok(null);
    if (both.own.sealedCoupleKey !== "" || both.theirs.sealedCoupleKey !== "") return refuse("notBothLost");
    const handed = await handOver(tx, partnership, both, given);
    if (!handed.ok) return handed;
    const { coupleId, seat } = partnership;
    await repository.keepOwnCopy(tx, { coupleId, seat }, sealedCoupleKey);
    // Both may have asked; this one has nothing left to ask for.
    await repository.deleteKeyRequest(tx, { coupleId, seat });
    return ok(null);
  });

/** "The words differ": the question is gone, and can be asked anew. */
export const turnAway = (
  partnership: Partnership,
  { publicKey }: { publicKey: string },
): Promise<Result<null, "notLinked" | "askerChanged">> =>
  withBoth(partnership, async (tx) => {
    const place = { coupleId: partnership.coupleId, seat: otherSeat(partnership.seat), publicKey };
    return (await repository.deleteKeyRequest(tx, place)) ? ok(null) : refuse("askerChanged");
  });

type Taken = { publicKey: string; sealedKey: string; sealedCoupleKey: string };

/**
 * The one who asked has opened what they were given and sealed it to themselves: that copy is kept, and the question is over.
 * The same copy sent again is the same. `notGiven`: it was taken back, or answered anew.
 */
export const takeKey = (
  partnership: Partnership,
  { publicKey, sealedKey, sealedCoupleKey }: Taken,
): Promise<Result<null, "notLinked" | "changedMeanwhile" | "notGiven">> =>
  withBoth(partnership, async (tx, { own }) => {
    const place = { coupleId: partnership.coupleId, seat: partnership.seat };
    if (own.sealedCoupleKey === sealedCoupleKey) return ok(null);
    if (own.person.publicKey !== publicKey) return refuse("changedMeanwhile");
    const request = await repository.findKeyRequest(place, tx);
    if (request?.publicKey !== publicKey || request.sealedKey !== sealedKey) return refuse("notGiven");
    await repository.keepOwnCopy(tx, place, sealedCoupleKey);
    await repository.deleteKeyRequest(tx, place);
    return ok(null);
  });
