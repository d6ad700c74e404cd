import { after } from "next/server";
import { addressOf } from "@/server/auth/network-address";
import { allowRecovery, mailRecovery } from "@/server/keys/recovery";
import { askRecoverySchema } from "@/server/keys/schemas";
import { openRoute } from "@/server/open-route";

/** Whether somebody has this address is looked up once the answer is gone, so its time tells nothing either. */
export const POST = openRoute(askRecoverySchema, async ({ email }, read) => {
  const allowed = await allowRecovery(email, addressOf(read));
  if (allowed.ok) after(() => mailRecovery(email));
  return allowed;
});
