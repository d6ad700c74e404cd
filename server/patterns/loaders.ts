import "server-only";
import { requirePartnership } from "@/server/couples/loaders";
import { findStanding } from "@/server/patterns/service";

export async function loadPatterns() {
  const partnership = await requirePartnership();
  return { partnership, standing: await findStanding(partnership) };
}
