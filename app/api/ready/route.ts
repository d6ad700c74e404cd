import { connection } from "next/server";
import { loadReadiness } from "@/server/health/loaders";

/** Whether a balancer may send people here: 200 when it may, 503 when the database is away or half migrated. */
export async function GET(): Promise<Response> {
  await connection();
  const readiness = await loadReadiness();
  return Response.json(readiness, { status: readiness.ready ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
