import { ok, refuse } from "@/lib/result";
import { readCursor } from "@/server/history/cursor";
import { listLines } from "@/server/history/service";
import { partnerRoute } from "@/server/partner-route";

const pageLength = 100;

/** Further lines of the list, after `before`. A cursor that nobody made here is `invalid`. */
export const GET = partnerRoute(async (partnership, asked) => {
  const before = asked.get("before");
  const after = readCursor(before);
  if (before !== null && after === null) return refuse("invalid");
  return ok(await listLines(partnership, after, pageLength));
});
