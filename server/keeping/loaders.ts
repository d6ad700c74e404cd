import "server-only";
import { notFound, redirect } from "next/navigation";
import { recordFor } from "@/lib/check-in/record";
import { checkInIdSchema, coupleIdSchema, type Seat } from "@/lib/ids";
import { keepChoices } from "@/lib/keeping/keep-days";
import { requireSignedIn } from "@/server/auth/loaders";
import { loadHistory } from "@/server/check-ins/loaders";
import { type FormerPartnership, isWithheld, listFormerPartnerships } from "@/server/couples/former";
import { requirePartnership } from "@/server/couples/loaders";
import { findPartner } from "@/server/couples/service";
import { listArchives } from "@/server/keeping/archives";
import { findFormerOf, readFormer } from "@/server/keeping/former";
import { findYeses, listBook } from "@/server/keeping/keepsake";
import { countOlder, findKeeping } from "@/server/keeping/retention";

/** What a page says of a couple that has ended. Instants as ISO 8601. */
export type FormerCouple = {
  coupleId: FormerPartnership["coupleId"];
  seat: Seat;
  name: string;
  /** Null once that account was deleted. */
  otherName: string | null;
  linkedAt: string;
  unlinkedAt: string;
  readableUntil: string;
  /** `both` for 30 days; then `own` words alone, or `left` as well. */
  readable: "both" | "own" | "left";
  leavesWords: boolean;
};

const shown = (former: FormerPartnership, now: Date): FormerCouple => {
  const { coupleId, seat, name, other, linkedAt, unlinkedAt, readableUntil, leavesWords } = former;
  const afterwards = isWithheld(former, now) ? "own" : "left";
  const isGone = other.name === null;
  return {
    coupleId,
    seat,
    name,
    otherName: other.name,
    leavesWords,
    linkedAt: linkedAt.toISOString(),
    unlinkedAt: unlinkedAt.toISOString(),
    readableUntil: readableUntil.toISOString(),
    readable: now < readableUntil && !isGone ? "both" : afterwards,
  };
};

/** The couples from before. For anybody who is signed in; usually there is none. */
export async function loadFormerCouples(): Promise<FormerCouple[]> {
  const { personId } = await requireSignedIn();
  const now = new Date();
  return (await listFormerPartnerships(personId)).map((former) => shown(former, now));
}

/** Whoever is not linked and reads: what is from before, if anything is; *Us* otherwise. */
export async function leadToBefore(): Promise<never> {
  redirect((await loadFormerCouples()).length > 0 ? "/read/before" : "/us");
}

/** Somebody else's couple, one that never was and the living one are not found, all alike. */
async function requireFormer(coupleId: string): Promise<FormerPartnership> {
  const { personId } = await requireSignedIn();
  const id = coupleIdSchema.safeParse(coupleId).data;
  return (await listFormerPartnerships(personId)).find((former) => former.coupleId === id) ?? notFound();
}

export async function loadFormerHistory(coupleId: string, cursor: string | null) {
  const former = await requireFormer(coupleId);
  return { former: shown(former, new Date()), history: await loadHistory(former, cursor) };
}

export async function loadFormerRecord(coupleId: string, checkInId: string) {
  const former = await requireFormer(coupleId);
  const id = checkInIdSchema.safeParse(checkInId).data ?? notFound();
  const state = (await readFormer(former, id)) ?? notFound();
  return { former: shown(former, new Date()), record: recordFor(state, former.seat) };
}

/** A page of a check-in that is open while the couple ends: what it showed is still there, among what was before. */
export async function leadToFormer(checkInId: string): Promise<void> {
  const { personId } = await requireSignedIn();
  const id = checkInIdSchema.safeParse(checkInId).data;
  const former = id && (await findFormerOf(personId, id));
  if (former) redirect(`/read/before/${former.coupleId}/${id}`);
}

/** The choice to leave one's words, for the latest couple that one has left. */
export async function loadLatestFormer(): Promise<FormerCouple | null> {
  const { personId } = await requireSignedIn();
  if ((await findPartner(personId)) !== null) redirect("/us");
  return (await loadFormerCouples())[0] ?? null;
}

/** For the page of deleting an account: with whom somebody is linked, if they are. */
export async function loadDeleting(): Promise<{ otherName: string | null }> {
  const { personId } = await requireSignedIn();
  return { otherName: (await findPartner(personId))?.other.name ?? null };
}

/** How long the two keep their check-ins, and how many are older than each time that is offered. */
export async function loadKeeping() {
  const partnership = await requirePartnership();
  const offered = keepChoices.filter((days) => days !== null);
  const [keeping, counts] = await Promise.all([findKeeping(partnership), countOlder(partnership, offered)]);
  const older = offered.map((days, index) => ({ days, count: counts[index] ?? 0 }));
  return { keeping, older, otherName: partnership.other.name };
}

/** Whose words can be taken along: the living couple's and those from before. */
export async function loadTakingAlong() {
  const { personId, name } = await requireSignedIn();
  const [living, former] = await Promise.all([findPartner(personId), listFormerPartnerships(personId)]);
  const all = [...(living ? [living] : []), ...former];
  return { name, chapters: all.map(({ coupleId, other }) => ({ coupleId, otherName: other.name })) };
}

/** What somebody brought along. */
export const loadArchives = async () => listArchives(await requireSignedIn());

/** One of them; anybody else's and one that never was are not found, alike. */
export async function loadArchive(id: string): Promise<string> {
  const found = (await loadArchives()).find((archive) => archive.id === id && archive.isWhole);
  return found?.id ?? notFound();
}

/** The book of both voices, for the two who are linked. */
export async function loadKeepsake() {
  const partnership = await requirePartnership();
  const { coupleId, seat, name, other } = partnership;
  const names = seat === "A" ? { A: name, B: other.name } : { A: other.name, B: name };
  const { value } = await listBook(partnership, null);
  return { coupleId, names, isEmpty: value.records.length === 0 && value.unreadable === 0 };
}

export const loadYeses = findYeses;
