import { findPartnership } from "@/server/couples/loaders";
import { answerOneOff } from "@/server/plans/calendar-answers";

type Context = { params: Promise<{ id: string }> };

/** One planned check-in as a calendar file, for either of the two. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return answerOneOff(await findPartnership(), (await params).id);
}
