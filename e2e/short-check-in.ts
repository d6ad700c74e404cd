import type { LinkedCouple } from "@/e2e/couples";
import {
  agreeOnTheRules,
  appreciate,
  arrive,
  chooseWhoBegins,
  enterRoom,
  land,
  openCheckIn,
  press,
  reads,
  tableOf,
} from "@/e2e/hold-check-in";
import type { HeardServer } from "@/e2e/start-server";

/** Both tell each other something warm, and Sam ends it kindly. Leaves both on its last screen. */
export async function holdShort(
  server: HeardServer,
  couple: LinkedCouple,
  wordsOf: (name: string) => string,
): Promise<string> {
  const table = tableOf(couple);
  const checkInId = await openCheckIn(server, couple.coupleId);
  await enterRoom(table, checkInId);
  await arrive(table);
  await land(table);
  await agreeOnTheRules(table);
  await chooseWhoBegins(table);
  await appreciate(table, wordsOf);
  await press(table.sam, "Options");
  await press(table.sam, "End kindly");
  await press(table.sam, "End for today");
  for (const one of [table.mara, table.sam]) await reads(one, "This check-in ends here.");
  return checkInId;
}
