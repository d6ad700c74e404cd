import type { KnownNotice } from "@/lib/notices/notice";
import { formatZoneTime, wallOf } from "@/lib/plan/format-zone-time";

/** What surrounds a notice when it goes out. */
export type NoticeContext = {
  /** The zone of the one who reads it. */
  zone: string;
  /** For `recovery` alone: the path with its token. */
  recoveryPath?: string;
};

/** What a mail says. `path` is where its one link leads, on this installation's own address. */
export type MailWords = { subject: string; lines: readonly string[]; link: { label: string; path: string } };

/**
 * The words of every mail. A subject can be read over a shoulder, so it names nobody and says nothing of what is between two
 * people. Nothing here says who did what: a page does, to somebody who is signed in.
 */
export function mailWords({ kind, detail }: KnownNotice, { zone, recoveryPath }: NoticeContext): MailWords {
  const when = (at: number) => {
    const { day } = formatZoneTime(at, zone, "en-GB");
    return `${day}, at ${wallOf(at, zone).time} (${zone})`;
  };
  const at = (moment: number) => wallOf(moment, zone).time;
  const toPlan = { label: "Open your plan", path: "/plan" };
  const toUs = { label: "Open Heard", path: "/us" };
  const toCheckIn = (id: string) => ({ label: "Go to the check-in", path: `/check-in/${id}` });
  switch (kind) {
    case "reminder":
      return {
        subject: `You have something at ${at(detail.startsAt)}`,
        lines: [`It is planned for ${when(detail.startsAt)}.`, "You can move or skip it, right up to its time."],
        link: toPlan,
      };
    case "proposalCame":
      return {
        subject: "A question is waiting for you",
        lines: ["Your partner asks for some time with you.", "You can say yes, name another time, or say not today."],
        link: toPlan,
      };
    case "proposalAnswered":
      return {
        subject: "There is an answer for you",
        lines:
          detail.answer === "yes"
            ? ["Your partner said yes.", ...(detail.startsAt === null ? [] : [`It is on ${when(detail.startsAt)}.`])]
            : detail.answer === "otherTimes"
              ? ["Your partner would like to, at another time.", "You can pick one of theirs."]
              : ["Not today.", "You can ask again later."],
        link: toPlan,
      };
    case "plannedMoved":
      return {
        subject: "Something moved to another time",
        lines: [`It was on ${when(detail.from)}.`, `Now it is on ${when(detail.to)}.`],
        link: toPlan,
      };
    case "plannedSkipped":
      return {
        subject: "Something is left out this time",
        lines: [`The one on ${when(detail.startsAt)} is left out. The rest stays as it is.`],
        link: toPlan,
      };
    case "plannedCancelled":
      return {
        subject: "Something was called off",
        lines: [`The one on ${when(detail.startsAt)} is called off.`],
        link: toPlan,
      };
    case "rhythmOffered":
      return {
        subject: "A question is waiting for you",
        lines: ["Your partner offers a rhythm for the two of you.", "It begins only if you say yes."],
        link: toPlan,
      };
    case "rhythmAgreed":
      return {
        subject: "There is an answer for you",
        lines: ["You have a rhythm now. Either of you can end it at any time."],
        link: toPlan,
      };
    case "rhythmEnded":
      return {
        subject: "Something in your plan has changed",
        lines: ["Your rhythm has ended. What was planned from it is called off."],
        link: toPlan,
      };
    case "lobbyOpen":
      return {
        subject: "Somebody is there",
        lines: ["Your partner is in the lobby. There is no hurry: they see when you come."],
        link: toCheckIn(detail.checkInId),
      };
    case "yourTurn":
      return {
        subject: "Something waits for you",
        lines: ["Your check-in is waiting at your turn.", "You can come back to it, pause it, or end it kindly."],
        link: toCheckIn(detail.checkInId),
      };
    case "breakOver":
      return {
        subject: `You have something at ${at(detail.until)}`,
        lines: [
          `The time of your pause is over at ${at(detail.until)}.`,
          "You can come back, take longer, or end it kindly.",
        ],
        link: toCheckIn(detail.checkInId),
      };
    case "calendar":
      return {
        subject: "For your calendar",
        lines: [
          detail.method === "REQUEST"
            ? "Here is something for your calendar. Most calendar programs take it in by themselves."
            : "Something is no longer in your plan. Most calendar programs take it out by themselves.",
        ],
        link: toPlan,
      };
    case "recovery":
      return {
        subject: "A new password for Heard",
        lines: [
          "Somebody asked for a new password for this address.",
          `The link below works once, until ${at(detail.expiresAt)} (${zone}).`,
          "If it was not you, you can leave this mail alone: nothing changes.",
        ],
        link: { label: "Choose a new password", path: recoveryPath ?? "/recover" },
      };
    case "passwordChanged":
      return {
        subject: "Your password was changed",
        lines: [
          `The password of your account was changed on ${when(detail.at)}.`,
          "If it was not you, choose a new one at once: the link below starts that.",
        ],
        link: { label: "Choose a new password", path: "/recover" },
      };
    case "keyRequested":
      return {
        subject: "A question is waiting for you",
        lines: [
          "Your partner asks to be let back in to what you share.",
          "Do it together: you compare six words first.",
        ],
        link: toUs,
      };
    case "letBackIn":
      return {
        subject: "You are back in",
        lines: ["Your shared key waits for you. You look at the six words once more first."],
        link: toUs,
      };
    case "farewell":
      return {
        subject: "Something about your account",
        lines: [
          "You and your partner are no longer linked.",
          `What you wrote together can be read until ${when(detail.readableUntil)}.`,
          "You can take a copy with you.",
        ],
        link: toUs,
      };
    case "keepChanged":
    case "keepAsked":
      return {
        subject: kind === "keepAsked" ? "A question is waiting for you" : "Something about your history",
        lines: [
          kind === "keepAsked"
            ? "Your partner would like check-ins to be kept longer. It takes a yes of both."
            : "How long your check-ins are kept has changed. Before anything goes, you can take a copy.",
        ],
        link: { label: "Open Heard", path: "/read" },
      };
  }
}

/** Under every mail. */
export const mailFooter = {
  settings: { label: "How you are told, and when", path: "/you/notices" },
  unsubscribe: "No more mails like this",
  notTherapy: "Heard is a quiet place for two people. It is not therapy, and nobody watches over it.",
} as const;

/** A lock screen is read by whoever walks by: a time at most. */
export type PushWords = { text: string; path: string };

export function pushWords({ kind, detail }: KnownNotice, { zone }: NoticeContext): PushWords {
  switch (kind) {
    case "reminder":
      return { text: youHaveSomethingAt(detail.startsAt, zone), path: "/plan" };
    case "breakOver":
      return { text: youHaveSomethingAt(detail.until, zone), path: `/check-in/${detail.checkInId}` };
    case "lobbyOpen":
    case "yourTurn":
      return { text: somethingWaits, path: `/check-in/${detail.checkInId}` };
    case "keyRequested":
    case "letBackIn":
    case "keepChanged":
    case "keepAsked":
      return { text: somethingWaits, path: "/us" };
    default:
      return { text: somethingWaits, path: "/plan" };
  }
}

const somethingWaits = "Something waits for you";
const youHaveSomethingAt = (at: number, zone: string) => `You have something at ${wallOf(at, zone).time}`;
