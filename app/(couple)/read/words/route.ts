import { ok, refuse } from "@/lib/result";
import { readCursor } from "@/server/history/cursor";
import { listWords } from "@/server/history/service";
import { partnerRoute } from "@/server/partner-route";

/** Whole check-ins are heavier than their chips. */
const pageLength = { all: 25, chips: 100 } as const;

/** The sealed words of a page of the list, for the browser to open and look through. */
export const GET = partnerRoute(async (partnership, asked) => {
  const before = asked.get("before");
  const after = readCursor(before);
  const part = asked.get("part") ?? "all";
  if ((before !== null && after === null) || (part !== "all" && part !== "chips")) return refuse("invalid");
  return ok(await listWords(partnership, after, pageLength[part], part));
});
