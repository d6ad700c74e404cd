import { sealedOf } from "@/lib/check-in/test-kit";
import type { CommandId } from "@/lib/ids";
import * as agreements from "@/server/agreements/service";
import { act, actToFirstTurn, addCheckIn, newCommandId, type TestCheckIn } from "@/server/check-ins/test-kit";
import type { Partnership } from "@/server/couples/service";

/** A check-in at the moment in which A's wish was answered and both are asked whether to keep it. */
export async function addWish() {
  const checkIn = await addCheckIn();
  const { a, b, checkInId } = checkIn;
  await actToFirstTurn(checkIn);
  await act(a, checkInId, { type: "pass" });
  for (const one of [a, b]) await act(one, checkInId, { type: "ready" });
  await act(b, checkInId, { type: "pass" });
  await act(a, checkInId, { type: "ask", words: sealedOf("walk") });
  await act(b, checkInId, { type: "answer", answer: "withAChange", words: sealedOf("shorter") });
  return checkIn;
}

export async function keepIt({ a, b, checkInId }: TestCheckIn) {
  await act(a, checkInId, { type: "settle", keep: true });
  const { agreements } = await act(b, checkInId, { type: "settle", keep: true });
  const agreement = agreements[0];
  if (!agreement) throw new Error("nothing was agreed on");
  return agreement;
}

/** A check-in that goes on after both have said yes to one small thing. */
export async function addAgreement() {
  const checkIn = await addWish();
  return { ...checkIn, agreement: await keepIt(checkIn) };
}

export const standing = (partnership: Partnership) => agreements.listStanding(partnership, 10);

/** Lays other words beside an agreement. */
export const offer = async (partnership: Partnership, agreementId: CommandId, mark = "new") => {
  const offerId = newCommandId();
  const answer = await agreements.offerChange(partnership, { agreementId, offerId, words: sealedOf(mark) });
  return { offerId, answer };
};
