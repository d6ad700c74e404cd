"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { modeSchema } from "@/lib/check-in/events";
import { checkInIdSchema, plannedIdSchema, proposalIdSchema, rhythmIdSchema } from "@/lib/ids";
import { usualHoursSchema } from "@/lib/plan/hours";
import {
  answerProposalSchema,
  changePlannedSchema,
  movePlannedSchema,
  offerRhythmSchema,
  proposeSchema,
} from "@/lib/plan/planning";
import { zoneSchema } from "@/lib/plan/zone";
import { refuse } from "@/lib/result";
import { action } from "@/server/action";
import type { Actor } from "@/server/auth/actor";
import { findPartner, type Partnership } from "@/server/couples/service";
import * as agreeing from "@/server/plans/agreeing";
import * as answers from "@/server/plans/answers";
import * as feeds from "@/server/plans/feeds";
import * as hours from "@/server/plans/hours";
import * as planned from "@/server/plans/planned";
import * as proposals from "@/server/plans/proposals";
import * as rhythms from "@/server/plans/rhythms";
import * as starting from "@/server/plans/starting";
import * as writing from "@/server/plans/writing-instead";
import * as zones from "@/server/plans/zones";

/**
 * An action of one of two who are linked. The page is read again with the answer itself, so that it is true even where no
 * socket reaches.
 */
const withPartner =
  <I, A>(work: (partnership: Partnership, input: I) => Promise<A>) =>
  async (input: I, actor: Actor) => {
    const partnership = await findPartner(actor.personId);
    const answer = partnership === null ? refuse("notLinked") : await work(partnership, input);
    refresh();
    return answer;
  };

/** How a check-in that opens right away is held; the start screen's own default. */
const mode = modeSchema.default("spoken");
const named = z.strictObject({ rhythmId: rhythmIdSchema });

/** What a schema of planning calls by its own name. */
const names = ["unknownZone", "tooMany"] as const;

/** Value: `{ proposalId }`. */
export const propose = action(proposeSchema, withPartner(proposals.propose), names);

/** Value: `{ plannedId, checkInId }`; `checkInId` where "now" was said yes to and the check-in is open, both null for "not today". */
export const answerProposal = action(answerProposalSchema, withPartner(answers.answerProposal));

export const withdrawProposal = action(
  z.strictObject({ proposalId: proposalIdSchema }),
  withPartner(proposals.withdrawProposal),
);

/** Value: `{ rhythmId }`. While a rhythm holds, it is an offer to replace it. */
export const offerRhythm = action(offerRhythmSchema, withPartner(rhythms.offerRhythm), names);
export const agreeRhythm = action(named, withPartner(agreeing.agreeRhythm));
/** By the other it is a no, by who offered it a taking back. */
export const declineRhythm = action(named, withPartner(rhythms.declineRhythm));
export const endRhythm = action(named, withPartner(agreeing.endRhythm));

/** Value: `{ sequence }`. Also for one whose lobby is open and in which nobody has begun: that check-in ends unbegun. */
export const movePlanned = action(movePlannedSchema, withPartner(planned.movePlanned), names);

/**
 * This one and those after it: an offer of a rhythm by a new `rhythmId` that begins with this one, at `to`. The old rhythm goes
 * on until the other has agreed. Value: `{ rhythmId }`. `passesAnother`: the new day lies on or beyond the one before or after.
 */
export const moveFollowing = action(
  movePlannedSchema.extend({ rhythmId: rhythmIdSchema }),
  withPartner(rhythms.offerFollowing),
  names,
);

/** Value: `{ sequence }`. */
export const skipPlanned = action(changePlannedSchema, withPartner(planned.skipPlanned));

/** Value: `{ checkInId }`, the same for both, whoever presses first. `alreadyRunning` brings the other one's `checkInId` along. */
export const startPlanned = action(
  z.strictObject({ plannedId: plannedIdSchema, early: z.boolean().default(false), mode }),
  withPartner(starting.startPlanned),
);

/** Value: `{ checkInId }`, of one to write; the one whose lobby the other did not come to ends unbegun. */
export const writeInstead = action(z.strictObject({ checkInId: checkInIdSchema }), withPartner(writing.writeInstead));

export const tellZone = action(
  z.strictObject({ zone: zoneSchema }),
  async ({ zone }, actor) => {
    const answer = await zones.tellZone(actor.personId, zone);
    refresh();
    return answer;
  },
  names,
);

export const saveHours = action(
  usualHoursSchema,
  async (input, actor) => {
    const answer = await hours.saveHours(actor.personId, input);
    refresh();
    return answer;
  },
  ["unknownZone", "endBeforeStart", "overlapping", "tooManyStretches"],
);

/** Value: `{ path }`, with the token in it; shown once, and the one before is revoked by it. */
export const makeFeed = action(z.void(), (_, actor) => feeds.makeFeed(actor.personId));
export const revokeFeed = action(z.void(), (_, actor) => feeds.revokeFeed(actor.personId));
