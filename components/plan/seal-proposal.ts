import { type CoupleId, commandIdSchema, type Seat } from "@/lib/ids";
import type { Result } from "@/lib/result";
import { contents } from "@/lib/sealing/contents";
import { open } from "@/lib/sealing/open";
import { seal } from "@/lib/sealing/seal";
import type { Sealed } from "@/lib/sealing/sealed";

export type ProposalPlace = { coupleId: CoupleId; seat: Seat; proposalId: string };

/** Where a proposal's words belong: beside no check-in, and to this very proposal. */
const contextOf = ({ coupleId, seat, proposalId }: ProposalPlace) => ({
  ...({ coupleId, checkInId: "-", kind: "proposal", authorSeat: seat } as const),
  commandId: commandIdSchema.parse(proposalId),
});

export const sealProposal = (coupleKey: CryptoKey, place: ProposalPlace, text: string) =>
  seal(coupleKey, contextOf(place), { text }, contents.proposal);

/** The words; an empty text where there are none in it. */
export async function openProposal(
  coupleKey: CryptoKey,
  place: ProposalPlace,
  sealed: Sealed,
): Promise<Result<string, "couldNotBeOpened">> {
  const opened = await open(coupleKey, contextOf(place), sealed, contents.proposal);
  return opened.ok ? { ok: true, value: opened.value.text ?? "" } : opened;
}
