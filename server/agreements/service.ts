import {
  type AgreementRefusal,
  type ListedAgreement,
  type NewWords,
  type ReviewAnswer,
  reviewAnswerSchema,
  reviewEveryMs,
} from "@/lib/agreements/agreement";
import { type Words, wordsSchema } from "@/lib/check-in/words";
import { type CommandId, checkInIdSchema, commandIdSchema, type Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import { ok, type Result, refuse } from "@/lib/result";
import type { Sealed } from "@/lib/sealing/sealed";
import * as repository from "@/server/agreements/repository";
import { run } from "@/server/check-ins/service";
import type { Partnership } from "@/server/couples/service";
import { tellHome } from "@/server/couples/tell-home";

type Answer = Result<null, AgreementRefusal>;

/*
 * One truth. While the check-in that an agreement was made in exists, its log says whether it was made and whether it was let go,
 * and the row is written in the commit of that very event (server/check-ins/append). Reviews and changed words are of the row
 * alone: the conversation is over by then. Once the check-in is let go, the row stands for itself.
 */

/** @throws when the database cannot be reached */
export async function listStanding(partnership: Partnership, limit: number): Promise<ListedAgreement[]> {
  const rows = await repository.listStanding(partnership.coupleId, limit);
  return withReviews(partnership, rows);
}

/** @throws when the database cannot be reached */
export async function listLetGo(partnership: Partnership, after: repository.LetGoCursor | null, limit: number) {
  return (await repository.listLetGo(partnership.coupleId, after, limit)).map((row) => listed(row, null));
}

/** The one to ask "still good?" about: the oldest that stands and that this person has not looked at for a week. */
export async function findUnreviewed({ coupleId, seat }: Partnership): Promise<ListedAgreement | null> {
  const row = await repository.findUnreviewed(coupleId, seat, weekAgo());
  return row && listed(row, null);
}

type Of = { agreementId: CommandId };

/** How it went, for this person alone. Once more within the week, and the later answer stands. */
export async function reviewAgreement(
  partnership: Partnership,
  { agreementId, answer, commandId }: Of & { answer: ReviewAnswer; commandId: CommandId },
): Promise<Answer> {
  const review = { id: commandId, agreementId, answer, at: new Date(), since: weekAgo() };
  if (await repository.insertReview(partnership, review)) return told(partnership);
  const { coupleId, seat } = partnership;
  const kept = await repository.findReview(commandId);
  if (kept?.coupleId === coupleId && kept.agreementId === agreementId && kept.seat === seat) return ok(null);
  return refuse(await whyNot(partnership, agreementId));
}

/** Offers new words; the agreement stays as it is until the other says yes. Words of one's own that wait are replaced. */
export async function offerChange(
  partnership: Partnership,
  { agreementId, offerId, words }: Of & { offerId: CommandId; words: Sealed },
): Promise<Answer> {
  if (await repository.offer(partnership, agreementId, offerId, words)) return told(partnership);
  const row = await repository.findAgreement(partnership.coupleId, agreementId);
  if (row?.offeredId === offerId || row?.changedId === offerId) return ok(null);
  if (row && row.retiredAt === null && row.offeredBy === partnership.other.seat) return refuse("offeredAlready");
  return refuse(await whyNot(partnership, agreementId));
}

/** The second yes. Of a yes, a taking back and other words at the same moment the database lets one be first. */
export async function acceptChange(
  partnership: Partnership,
  { agreementId, offerId }: Of & { offerId: CommandId },
): Promise<Answer> {
  if (await repository.acceptOffer(partnership, agreementId, offerId)) return told(partnership);
  const row = await repository.findAgreement(partnership.coupleId, agreementId);
  if (row?.changedId === offerId) return ok(null);
  return refuse(row && row.retiredAt === null ? "offerGone" : await whyNot(partnership, agreementId));
}

/** Not now, by the one who was asked; or taken back by the one who offered. The agreement stays as it is. */
export async function dropChange(
  partnership: Partnership,
  { agreementId, offerId }: Of & { offerId: CommandId },
): Promise<Answer> {
  if (await repository.dropOffer(partnership, agreementId, offerId)) return told(partnership);
  const row = await repository.findAgreement(partnership.coupleId, agreementId);
  if (row === null) return refuse("notFound");
  return row.changedId === offerId ? refuse("agreedAlready") : ok(null);
}

/** Either alone lets it go: by the command of its check-in, so that the log says it too. */
export async function retireAgreement(
  partnership: Partnership,
  { agreementId, commandId }: Of & { commandId: CommandId },
): Promise<Answer> {
  const row = await repository.findAgreement(partnership.coupleId, agreementId);
  if (row === null) return refuse("notFound");
  if (row.retiredAt !== null) return ok(null);
  const command = { type: "retire", agreement: agreementId } as const;
  const ran = await run(partnership, checkInIdSchema.parse(row.checkInId), { commandId, forStep: 0, command });
  if (ran.ok) return told(partnership);
  switch (ran.refusal) {
    case "onBreak":
    case "slowDown":
    case "unavailable":
      return refuse(ran.refusal);
    default:
      // The log has nothing more to say: the check-in was let go, or it says already that the agreement was.
      await repository.retire(partnership, agreementId, new Date());
      return told(partnership);
  }
}

/** How agreements went, by both together; in which order or by whom is not told. */
export async function countReviews(partnership: Partnership): Promise<Record<ReviewAnswer, number>> {
  const counts = { kept: 0, partly: 0, change: 0 };
  for (const { answer, count } of await repository.countReviews(partnership.coupleId)) {
    const known = reviewAnswerSchema.safeParse(answer);
    if (known.success) counts[known.data] += count;
  }
  return counts;
}

const weekAgo = () => new Date(Date.now() - reviewEveryMs);

const told = ({ personId, other }: Partnership): Answer => {
  tellHome([personId, other.personId]);
  return ok(null);
};

/** Asked when a guarded statement wrote nothing. */
const whyNot = async ({ coupleId }: Partnership, id: CommandId): Promise<"notFound" | "letGo" | "unavailable"> => {
  const row = await repository.findAgreement(coupleId, id);
  if (row === null) return "notFound";
  return row.retiredAt === null ? "unavailable" : "letGo";
};

async function withReviews({ coupleId, seat }: Partnership, rows: readonly repository.AgreementRow[]) {
  const ids = rows.map(({ id }) => id);
  const reviews = await repository.listReviews(coupleId, seat, ids, weekAgo());
  const latest = new Map(reviews.map(({ agreementId, answer }) => [agreementId, answer]));
  return rows.map((row) => listed(row, reviewAnswerSchema.safeParse(latest.get(row.id)).data ?? null));
}

const listed = (row: repository.AgreementRow, reviewed: ReviewAnswer | null): ListedAgreement => {
  const { asker, changedBy, changedId, offeredBy, offeredId } = row;
  const id = commandIdSchema.parse(row.id);
  const at = row.agreedAt.getTime();
  return {
    id,
    checkInId: checkInIdSchema.parse(row.checkInId),
    agreedAt: at,
    reviewed,
    retiredAt: row.retiredAt?.getTime() ?? null,
    request: { seat: asker, kind: "request", commandId: id, at, words: readWords(row.request) },
    answer: {
      seat: otherSeat(asker),
      kind: "answer",
      commandId: commandIdSchema.parse(row.answerCommandId),
      at,
      words: readWords(row.answer),
    },
    changed: newWords(changedBy, changedId, row.changed, at),
    offered: newWords(offeredBy, offeredId, row.offered, at),
  };
};

const newWords = (seat: Seat | null, id: string | null, words: unknown, at: number): NewWords | null =>
  seat && id ? { seat, kind: "agreement", commandId: commandIdSchema.parse(id), at, words: readWords(words) } : null;

/** A value that is none of ours any more opens nowhere, and says so beside everything that does. */
const unreadable: Sealed = { v: 1, n: "AAAAAAAAAAAAAAAA", c: "AA" };
const readWords = (words: unknown): Words => wordsSchema.catch(unreadable).parse(words);
