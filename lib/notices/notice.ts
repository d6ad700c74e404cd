import { z } from "zod";
import {
  type CoupleId,
  checkInIdSchema,
  coupleIdSchema,
  type PersonId,
  plannedIdSchema,
  proposalIdSchema,
  rhythmIdSchema,
  seatSchema,
} from "@/lib/ids";

const instant = z.int();

/**
 * Everything that somebody can be told of, and what the telling needs to know. Ids, instants (epoch ms) and kinds, never
 * words: what is said is made when it goes out (lib/notices/words), and only if it still holds then.
 */
export const noticeDetails = {
  /** Something planned is near. `startsAt` is what was true when it was asked for; moved meanwhile, it is dropped. */
  reminder: z.object({ plannedId: plannedIdSchema, startsAt: instant }),
  proposalCame: z.object({ proposalId: proposalIdSchema }),
  /** To the one who asked. `otherTimes` is a counter-proposal, whose id is `proposalId`. */
  proposalAnswered: z.object({
    proposalId: proposalIdSchema,
    answer: z.enum(["yes", "otherTimes", "notToday"]),
    startsAt: instant.nullable(),
  }),
  plannedMoved: z.object({ plannedId: plannedIdSchema, sequence: z.int(), from: instant, to: instant }),
  plannedSkipped: z.object({ plannedId: plannedIdSchema, sequence: z.int(), startsAt: instant }),
  plannedCancelled: z.object({ plannedId: plannedIdSchema, sequence: z.int(), startsAt: instant }),
  rhythmOffered: z.object({ rhythmId: rhythmIdSchema }),
  rhythmAgreed: z.object({ rhythmId: rhythmIdSchema }),
  rhythmEnded: z.object({ rhythmId: rhythmIdSchema }),
  /** The other one is in the lobby. */
  lobbyOpen: z.object({ checkInId: checkInIdSchema }),
  /** A running check-in waits for this seat alone, which is not there. */
  yourTurn: z.object({ checkInId: checkInIdSchema, seat: seatSchema, step: z.int() }),
  breakOver: z.object({ checkInId: checkInIdSchema, until: instant }),
  /** A calendar file by mail, made from the planned check-in when it goes out; a later `sequence` makes an earlier one pointless. */
  calendar: z.object({ plannedId: plannedIdSchema, sequence: z.int(), method: z.enum(["REQUEST", "CANCEL"]) }),
  /** The link is made from the ticket's id and this installation's secret when the mail goes out; it is stored nowhere. */
  recovery: z.object({ ticketId: z.uuid(), expiresAt: instant }),
  passwordChanged: z.object({ at: instant }),
  /** Their partner asks to be let back in. */
  keyRequested: z.object({ coupleId: coupleIdSchema, askedAt: instant }),
  letBackIn: z.object({ coupleId: coupleIdSchema }),
  /** The other one ended the couple; until when this one can still read. */
  farewell: z.object({ coupleId: coupleIdSchema, readableUntil: instant }),
  /** How long check-ins are kept: changed by the other one, or asked to be. `days` null: until somebody says otherwise. */
  keepChanged: z.object({ days: z.int().nullable() }),
  keepAsked: z.object({ days: z.int().nullable() }),
} as const;

export type NoticeKind = keyof typeof noticeDetails;
export type NoticeDetail<Kind extends NoticeKind = NoticeKind> = z.infer<(typeof noticeDetails)[Kind]>;

export const noticeKinds = z.keyof(z.object(noticeDetails)).options;

export type NoticeChannel = "mail" | "push";

/**
 * One notice to one person; which channels it takes is decided by their settings.
 *
 * `subject`: what it is about and which state of it, for example `reminder/PLANNED-ID/SEQUENCE`. The same subject again is the
 * same notice: while it waits, or when it was dropped, `dueAt` and `detail` are replaced; once it went out nothing happens.
 */
export type NoticeRequest = {
  [Kind in NoticeKind]: {
    personId: PersonId;
    /** Null for what is a person's alone, such as a forgotten password. */
    coupleId: CoupleId | null;
    kind: Kind;
    subject: string;
    dueAt: Date;
    detail: NoticeDetail<Kind>;
  };
}[NoticeKind];

const known = <Kind extends NoticeKind>(kind: Kind) => z.object({ kind: z.literal(kind), detail: noticeDetails[kind] });

/** A notice as it waits to be sent: its kind says what its detail is. */
export const knownNoticeSchema = z.discriminatedUnion("kind", [
  known("reminder"),
  known("proposalCame"),
  known("proposalAnswered"),
  known("plannedMoved"),
  known("plannedSkipped"),
  known("plannedCancelled"),
  known("rhythmOffered"),
  known("rhythmAgreed"),
  known("rhythmEnded"),
  known("lobbyOpen"),
  known("yourTurn"),
  known("breakOver"),
  known("calendar"),
  known("recovery"),
  known("passwordChanged"),
  known("keyRequested"),
  known("letBackIn"),
  known("farewell"),
  known("keepChanged"),
  known("keepAsked"),
]);
export type KnownNotice = z.infer<typeof knownNoticeSchema>;

type Policy = {
  channels: readonly NoticeChannel[];
  /** Goes out whatever the settings and the hour: somebody's account is at stake, or they asked for it this minute. */
  essential?: true;
  /** Goes out in quiet hours too: somebody chose this very time, and the other waits at it. */
  atItsTime?: true;
};

export const noticePolicy: Readonly<Record<NoticeKind, Policy>> = {
  reminder: { channels: ["mail", "push"] },
  proposalCame: { channels: ["mail", "push"] },
  proposalAnswered: { channels: ["mail", "push"] },
  plannedMoved: { channels: ["mail", "push"] },
  plannedSkipped: { channels: ["mail", "push"] },
  plannedCancelled: { channels: ["mail", "push"] },
  rhythmOffered: { channels: ["mail", "push"] },
  rhythmAgreed: { channels: ["mail", "push"] },
  rhythmEnded: { channels: ["mail", "push"] },
  lobbyOpen: { channels: ["mail", "push"] },
  yourTurn: { channels: ["mail", "push"] },
  breakOver: { channels: ["mail", "push"], atItsTime: true },
  calendar: { channels: ["mail"] },
  recovery: { channels: ["mail"], essential: true },
  passwordChanged: { channels: ["mail"], essential: true },
  keyRequested: { channels: ["mail", "push"] },
  letBackIn: { channels: ["mail", "push"] },
  farewell: { channels: ["mail"], essential: true },
  keepChanged: { channels: ["mail", "push"] },
  keepAsked: { channels: ["mail", "push"] },
};
