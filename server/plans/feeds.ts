import { createHash, randomBytes } from "node:crypto";
import { type CoupleId, type PersonId, personIdSchema, plannedIdSchema } from "@/lib/ids";
import { feed } from "@/lib/plan/calendar/feed";
import { oneOff } from "@/lib/plan/calendar/one-off";
import { ok, type Result } from "@/lib/result";
import { findPartner, type Partnership } from "@/server/couples/service";
import { eventOf } from "@/server/plans/calendar-event";
import * as people from "@/server/plans/people-repository";
import { findPlanned, listPlanned } from "@/server/plans/planned-repository";

/** 256 bits: nobody guesses one, so a plain hash keeps it well. */
const makeToken = () => randomBytes(32).toString("base64url");
const hashOf = (token: string) => createHash("sha256").update(token).digest("base64url");

/** A new private address for a calendar program, told this once; the one before is revoked by it. */
export async function makeFeed(personId: PersonId): Promise<Result<{ path: string }, never>> {
  const token = makeToken();
  await people.upsertFeed(personId, hashOf(token), new Date());
  return ok({ path: `/api/calendar/${token}.ics` });
}

export async function revokeFeed(personId: PersonId): Promise<Result<null, never>> {
  await people.deleteFeed(personId);
  return ok(null);
}

/** Since when somebody's address stands (epoch ms); null when there is none. */
export async function findFeed(personId: PersonId): Promise<{ createdAt: number } | null> {
  const found = await people.findFeedOf(personId);
  return found && { createdAt: found.createdAt.getTime() };
}

/** What has gone by stays in a calendar this long. */
const pastDays = 60;
const mostEvents = 400;

/**
 * The calendar behind a private address; null for one that is revoked or was never given. Whatever is asked for is hashed and
 * looked up by its hash, so that no guess is told how near it came. Somebody who is linked no more has an empty calendar.
 *
 * @param name the last part of the address, `TOKEN.ics`
 */
export async function readFeed(name: string): Promise<string | null> {
  const owner = await people.findFeedOwner(hashOf(name.replace(/\.ics$/, "")));
  if (owner === null) return null;
  const personId = personIdSchema.parse(owner);
  const title = await titleOf(personId);
  const partnership = await findPartner(personId);
  const events = partnership === null ? [] : await listEvents(partnership.coupleId, title);
  return feed({ name: title, events, now: Date.now() });
}

async function listEvents(coupleId: CoupleId, title: string) {
  const from = new Date(Date.now() - pastDays * 24 * 3_600_000);
  return (await listPlanned(coupleId, from, mostEvents)).map((row) => eventOf(row, title));
}

/** One planned check-in as a file, for a calendar that is filled by hand; null where this couple has none by that id. */
export async function readOneOff({ coupleId, personId }: Partnership, id: string): Promise<string | null> {
  const plannedId = plannedIdSchema.safeParse(id.replace(/\.ics$/, ""));
  const planned = plannedId.success ? await findPlanned(coupleId, plannedId.data) : null;
  if (planned?.status !== "planned") return null;
  return oneOff({ ...eventOf(planned, await titleOf(personId)), now: Date.now() });
}

const defaultTitle = "Time for us";

async function titleOf(personId: PersonId): Promise<string> {
  const [settings] = await people.listSettings([personId]);
  return settings?.calendarTitle ?? defaultTitle;
}
