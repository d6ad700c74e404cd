import { findPartnership } from "@/server/couples/loaders";
import { calendarFile, nothingHere } from "@/server/plans/calendar-file";
import { readOneOff } from "@/server/plans/feeds";

type Context = { params: Promise<{ id: string }> };

/** One planned check-in as a file, for either of the two it is planned for. For everybody else there is none. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const partnership = await findPartnership();
  const file = partnership && (await readOneOff(partnership, (await params).id));
  return file === null ? nothingHere() : calendarFile(file, "check-in.ics");
}
