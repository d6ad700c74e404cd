"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { nameSchema } from "@/lib/accounts/account";
import { ok } from "@/lib/result";
import { action } from "@/server/action";
import * as service from "@/server/auth/service";
import * as sessions from "@/server/auth/sessions";

export const changeName = action(z.strictObject({ name: nameSchema }), async ({ name }, actor) => {
  await service.changeName(actor, name);
  revalidatePath("/you");
  return ok(null);
});

export const endDevice = action(z.strictObject({ sessionId: z.uuid() }), async ({ sessionId }, actor) => {
  const answer = await sessions.endDevice(actor, sessionId);
  revalidatePath("/you");
  return answer;
});

/** The page clears what this device holds and moves on by itself; nothing of the page is drawn anew meanwhile. */
export const signOutHere = action(z.void(), async (_, actor) => {
  await sessions.endDevice(actor, actor.sessionId);
  return ok(null);
});

/** This device too: its page clears what it holds and moves on by itself. */
export const signOutEverywhere = action(z.void(), async (_, actor) => {
  await sessions.signOutEverywhere(actor);
  return ok(null);
});
