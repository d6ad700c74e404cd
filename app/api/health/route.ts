import { connection } from "next/server";

/** The process is alive and answers. Asks nothing of the database, so that a restarted database restarts no server. */
export async function GET(): Promise<Response> {
  await connection();
  return Response.json({ status: "alive" }, { headers: { "Cache-Control": "no-store" } });
}
