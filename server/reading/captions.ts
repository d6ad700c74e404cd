import type { CheckInId } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import type { AnswerCaption, CaptionRefusal, OfferCaption, RemoveCaption } from "@/lib/reading/marginalia";
import { ok, type Result, refuse } from "@/lib/result";
import type { Partnership } from "@/server/couples/service";
import { tellBoth } from "@/server/reading/notes";
import {
  agreeOnOffer,
  type CaptionRow,
  clearCaption,
  dropOffer,
  findCaption,
  inTransaction,
  lockCheckIn,
  type Transaction,
  writeOffer,
} from "@/server/reading/repository";

type Answered = Result<null, CaptionRefusal>;

/** One after the other for each check-in, so that of two who answer at the same moment the second one sees the first. */
async function withCaption(
  partnership: Partnership,
  checkInId: CheckInId,
  work: (tx: Transaction, row: CaptionRow | null) => Promise<Answered>,
): Promise<Answered> {
  const done = await inTransaction(async (tx): Promise<Answered> => {
    const standing = await lockCheckIn(tx, partnership, checkInId);
    if (standing === null) return refuse("notAParticipant");
    if (standing === "running") return refuse("stillRunning");
    return work(tx, await findCaption(partnership.coupleId, checkInId, tx));
  });
  if (done.ok) tellBoth(partnership);
  return done;
}

/**
 * Offers one line under a check-in. It takes the place of one's own earlier offer; what the other offered has to be answered
 * first (`offerWaits`). A line that both agreed on stands until there is a yes to the new one.
 */
export const offerCaption = (
  partnership: Partnership,
  { checkInId, offerId, words }: OfferCaption,
): Promise<Answered> =>
  withCaption(partnership, checkInId, async (tx, row) => {
    const { coupleId, seat } = partnership;
    // A retry, and the offer may have been answered meanwhile.
    if (row?.offeredId === offerId || row?.wordsId === offerId) return ok(null);
    if (row?.offeredBy === otherSeat(seat)) return refuse("offerWaits");
    await writeOffer(tx, coupleId, checkInId, { offerId, words, seat });
    return ok(null);
  });

/** The other's yes makes the line; "not now" by either lets the offer go. Neither touches an offer that was not on the screen. */
export const answerCaption = (
  partnership: Partnership,
  { checkInId, offerId, yes }: AnswerCaption,
): Promise<Answered> =>
  withCaption(partnership, checkInId, async (tx, row) => {
    const { coupleId, seat } = partnership;
    if (row?.wordsId === offerId) return refuse("alreadyAgreed");
    if (row?.offeredId !== offerId) return refuse("offerChanged");
    if (!yes) await dropOffer(tx, coupleId, checkInId);
    else if (row.offeredBy === seat) return refuse("ownOffer");
    else await agreeOnOffer(tx, row, new Date());
    return ok(null);
  });

/** What binds both, either lets go alone. */
export const removeCaption = (partnership: Partnership, { checkInId, captionId }: RemoveCaption): Promise<Answered> =>
  withCaption(partnership, checkInId, async (tx, row) => {
    if (row === null || row.wordsId === null) return ok(null);
    return (await clearCaption(tx, partnership.coupleId, checkInId, captionId)) ? ok(null) : refuse("captionChanged");
  });
