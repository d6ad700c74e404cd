import { z } from "zod";

/**
 * Ids are UUIDs, branded so that one kind cannot be handed over as another. Parsing is the only way to mint one, and makes
 * it lower case, as PostgreSQL gives it back: a retry in capitals is the same command, and a seal is bound to one spelling.
 */
export const personIdSchema = z.uuid().toLowerCase().brand("PersonId");
export const coupleIdSchema = z.uuid().toLowerCase().brand("CoupleId");
export const checkInIdSchema = z.uuid().toLowerCase().brand("CheckInId");
export const commandIdSchema = z.uuid().toLowerCase().brand("CommandId");
export const invitationIdSchema = z.uuid().toLowerCase().brand("InvitationId");
export const proposalIdSchema = z.uuid().toLowerCase().brand("ProposalId");
export const rhythmIdSchema = z.uuid().toLowerCase().brand("RhythmId");
export const plannedIdSchema = z.uuid().toLowerCase().brand("PlannedId");

export type PersonId = z.infer<typeof personIdSchema>;
export type CoupleId = z.infer<typeof coupleIdSchema>;
export type CheckInId = z.infer<typeof checkInIdSchema>;
export type CommandId = z.infer<typeof commandIdSchema>;
export type InvitationId = z.infer<typeof invitationIdSchema>;
export type ProposalId = z.infer<typeof proposalIdSchema>;
export type RhythmId = z.infer<typeof rhythmIdSchema>;
export type PlannedId = z.infer<typeof plannedIdSchema>;

/** The two places at the table. A is the one who invited; nothing else follows from it. */
export const seatSchema = z.enum(["A", "B"]);
export type Seat = z.infer<typeof seatSchema>;
