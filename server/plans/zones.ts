import type { PersonId } from "@/lib/ids";
import { type Result, refuse } from "@/lib/result";

export async function tellZone(_: PersonId, __: string): Promise<Result<null, "unavailable">> {
  return refuse("unavailable");
}
