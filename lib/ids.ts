import { z } from "zod";

/** Ids are UUIDs, branded so that one kind cannot be handed over as another. Parsing is the only way to mint one. */
export const personIdSchema = z.uuid().brand("PersonId");
export const coupleIdSchema = z.uuid().brand("CoupleId");
export const checkInIdSchema = z.uuid().brand("CheckInId");
export const commandIdSchema = z.uuid().brand("CommandId");
export const invitationIdSchema = z.uuid().brand("InvitationId");

export type PersonId = z.infer<typeof personIdSchema>;
export type CoupleId = z.infer<typeof coupleIdSchema>;
export type CheckInId = z.infer<typeof checkInIdSchema>;
export type CommandId = z.infer<typeof commandIdSchema>;
export type InvitationId = z.infer<typeof invitationIdSchema>;

/** The two places at the table. A is the one who invited; nothing else follows from it. */
export const seatSchema = z.enum(["A", "B"]);
export type Seat = z.infer<typeof seatSchema>;

export const otherSeat = (seat: Seat): Seat => (seat === "A" ? "B" : "A");
