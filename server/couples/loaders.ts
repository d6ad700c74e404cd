import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import { invitationIdSchema } from "@/lib/ids";
import type { InvitationRefusal, OpenInvitation } from "@/lib/invitation/invitation";
import { type Result, refuse } from "@/lib/result";
import type { Actor } from "@/server/auth/actor";
import { findSignedIn, requireSignedIn } from "@/server/auth/loaders";
import { findInvitation } from "@/server/couples/answers";
import { findOwnStanding, type OwnStanding } from "@/server/couples/invitations";
import { findFormerPartner, findPartner, type Partnership } from "@/server/couples/service";

const findPartnerOnce = cache(findPartner);

/** The signed-in person's side of the table; null when nobody is signed in, or they are not linked. */
export async function findPartnership(): Promise<Partnership | null> {
  const actor = await findSignedIn();
  return actor === null ? null : findPartnerOnce(actor.personId);
}

/** For pages of two: the others are led to sign in, or to *Us*, which says how to link. */
export async function requirePartnership(): Promise<Partnership> {
  const actor = await requireSignedIn();
  return (await findPartnerOnce(actor.personId)) ?? redirect("/us");
}

/** For the invitation of somebody who is not linked; whoever is, is led to *Us*. */
export async function loadInvite(): Promise<OwnStanding & { actor: Actor }> {
  const actor = await requireSignedIn();
  if ((await findPartnerOnce(actor.personId)) !== null) redirect("/us");
  return { actor, ...(await findOwnStanding(actor.personId)) };
}

type Join = { actor: Actor | null; invitation: Result<OpenInvitation, InvitationRefusal> };

/** An invitation's page, for anybody. Whatever is no id is an invitation that never was. */
export async function loadJoin(token: string): Promise<Join> {
  const actor = await findSignedIn();
  const id = invitationIdSchema.safeParse(token);
  const invitation = id.success ? await findInvitation(id.data, actor?.personId ?? null) : refuse("notFound");
  return { actor, invitation };
}

/** The page of unlinking; whoever is not linked has nothing to unlink and is told so. */
export async function loadUnlink(): Promise<Partnership> {
  const actor = await requireSignedIn();
  return (await findPartnerOnce(actor.personId)) ?? redirect("/you/unlinked");
}

/** What *Us* tells somebody who is not linked: their own invitation, and whom they were linked with until lately. */
export async function loadUnpaired(actor: Actor): Promise<OwnStanding & { former: { name: string | null } | null }> {
  const [standing, former] = await Promise.all([findOwnStanding(actor.personId), findFormerPartner(actor.personId)]);
  return { ...standing, former };
}
