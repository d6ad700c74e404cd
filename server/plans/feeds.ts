import type { PersonId } from "@/lib/ids";
import { type Result, refuse } from "@/lib/result";

export async function makeFeed(_: PersonId): Promise<Result<{ path: string }, "unavailable">> {
  return refuse("unavailable");
}
export async function revokeFeed(_: PersonId): Promise<Result<null, "unavailable">> {
  return refuse("unavailable");
}
