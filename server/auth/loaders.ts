import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { type Actor, actorOfToken } from "@/server/auth/actor";
import { pathOf } from "@/server/auth/network-address";
import { cookieName } from "@/server/auth/session-token";
import { listDevices, type SignedInDevice } from "@/server/auth/sessions";

const readToken = async () => (await cookies()).get(cookieName("session"))?.value;

/** Asked once a request, however many parts of the page want to know. */
export const findSignedIn = cache(async (): Promise<Actor | null> => actorOfToken(await readToken()));

/** Everybody else is led to sign in, and back here afterwards. `ended`: this browser was signed in, and no longer is. */
export async function requireSignedIn(): Promise<Actor> {
  const actor = await findSignedIn();
  if (actor !== null) return actor;
  const asked = await headers();
  const search = new URLSearchParams({ next: pathOf((name) => asked.get(name)) });
  if ((await readToken()) !== undefined) search.set("ended", "1");
  redirect(`/sign-in?${search}`);
}

/** The You page: who is signed in, and where. */
export async function loadYou(): Promise<{ actor: Actor; devices: SignedInDevice[] }> {
  const actor = await requireSignedIn();
  return { actor, devices: await listDevices(actor) };
}
