import { ok, refuse } from "@/lib/result";
import { readCursor } from "@/server/history/cursor";
import { listWords } from "@/server/history/service";
import { takePage } from "@/server/history/words-limit";
import { partnerRoute } from "@/server/partner-route";

/** Whole check-ins are heavier than their chips. */
const pageLength = { all: 25, chips: 200 } as const;

/** The sealed words of a page of the list, for the browser to open and look through; so many a minute, then `slowDown`. */
export const GET = partnerRoute(async (partnership, asked) => {
  const before = asked.get("before");
  const after = readCursor(before);
  const part = asked.get("part") ?? "all";
  if ((before !== null && after === null) || (part !== "all" && part !== "chips")) return refuse("invalid");
  const taken = await takePage(partnership.personId, part);
  if (!taken.ok) return taken;
  return ok(await listWords(partnership, after, pageLength[part], part));
});
