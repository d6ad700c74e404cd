import { calendarFile, nothingHere } from "@/server/plans/calendar-file";
import { readFeed } from "@/server/plans/feeds";

type Context = { params: Promise<{ token: string }> };

/** A private calendar. A forged address and a revoked one are one and the same nothing. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const file = await readFeed((await params).token);
  return file === null ? nothingHere() : calendarFile(file);
}
