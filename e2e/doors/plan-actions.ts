import { type ActionRow, sealedWords } from "@/e2e/doors/action-row";
import { type Ids, linked, signedIn } from "@/e2e/doors/visitors";

const zone = "Europe/Berlin";
const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);
const to = { date: inDays(3), time: "19:30", zone };
const rhythm = ({ rhythmId }: Ids) => ({ rhythmId });
const seen = ({ plannedId }: Ids) => ({ plannedId, sequence: 0 });
const newId = () => crypto.randomUUID();
const action = (name: string) => `app/(couple)/plan/actions.ts#${name}`;

/** The two's own plan. What other couples have planned is to each of these as if it had never been. */
export const planActions: Record<string, ActionRow> = {
  [action("propose")]: {
    input: ({ proposalId }) => ({
      proposalId: newId(),
      guideId: "standard",
      minutes: 20,
      times: [to],
      zone,
      words: sealedWords,
      counterOf: proposalId,
    }),
    answers: linked("noLongerOpen"),
  },
  [action("answerProposal")]: {
    input: ({ proposalId }) => ({ proposalId, answer: "notToday" }),
    answers: linked("noLongerOpen"),
  },
  [action("withdrawProposal")]: { input: ({ proposalId }) => ({ proposalId }), answers: linked("noLongerOpen") },
  [action("offerRhythm")]: {
    input: (ids) => ({
      ...rhythm(ids),
      guideId: "nobodys",
      minutes: 20,
      zone,
      rule: { every: "week", weekdays: [7], at: "19:30", from: inDays(1) },
    }),
    answers: linked("invalid"),
  },
  [action("agreeRhythm")]: { input: rhythm, answers: linked("noLongerOpen") },
  [action("declineRhythm")]: { input: rhythm, answers: linked("noLongerOpen") },
  [action("endRhythm")]: { input: rhythm, answers: linked("noLongerOpen") },
  [action("movePlanned")]: { input: (ids) => ({ ...seen(ids), to }), answers: linked("noLongerOpen") },
  [action("moveFollowing")]: {
    input: (ids) => ({ ...seen(ids), to, rhythmId: newId() }),
    answers: linked("noLongerOpen"),
  },
  [action("skipPlanned")]: { input: seen, answers: linked("noLongerOpen") },
  [action("startPlanned")]: { input: ({ plannedId }) => ({ plannedId, early: true }), answers: linked("noLongerOpen") },
  [action("writeInstead")]: { input: ({ checkInId }) => ({ checkInId }), answers: linked("noLongerOpen") },
  [action("tellZone")]: { input: () => ({ zone: "Nowhere/Else" }), answers: signedIn("unknownZone") },
  [action("saveHours")]: { input: () => ({ zone, days: [] }), answers: signedIn("invalid") },
  // One's own and nobody else's: there is nothing to name.
  [action("makeFeed")]: { input: () => "not mine", answers: signedIn("invalid") },
  [action("revokeFeed")]: { input: () => "not mine", answers: signedIn("invalid") },
};
