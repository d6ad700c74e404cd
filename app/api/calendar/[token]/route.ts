import { answerFeed } from "@/server/plans/calendar-answers";

type Context = { params: Promise<{ token: string }> };

/** A private calendar, for whichever program was given its address. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return answerFeed((await params).token);
}
