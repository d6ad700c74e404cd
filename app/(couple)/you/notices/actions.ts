"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { noticeSettingsChangeSchema } from "@/lib/notices/settings";
import { ok } from "@/lib/result";
import { action } from "@/server/action";
import { turnPushOn as turnOn } from "@/server/notices/devices";
import { endpointSchema, pushSubscriptionSchema, unsubscribePush } from "@/server/notices/push";
import { changeNoticeSettings } from "@/server/notices/settings";

/** Some of it anew. The page is read again with the answer, so that what it shows is what is kept. */
export const changeNotices = action(noticeSettingsChangeSchema, async (change, actor) => {
  const answer = await changeNoticeSettings(actor.personId, change);
  refresh();
  return answer;
});

/** This device alone. */
export const turnPushOn = action(pushSubscriptionSchema, (subscription, actor) => turnOn(actor, subscription));

export const turnPushOff = action(z.strictObject({ endpoint: endpointSchema }), async ({ endpoint }, actor) => {
  await unsubscribePush(actor, endpoint);
  return ok(null);
});
