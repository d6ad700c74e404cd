import pg from "pg";
import { BootFailure, errorCode } from "@/server/errors";

const reasons: Record<string, string> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "its name can't be looked up",
  ETIMEDOUT: "it does not answer",
  "28P01": "it refuses the name and password",
  "28000": "it refuses the name and password",
  "3D000": "there is no database of that name",
};

/**
 * Asks a database of the operator's own once, for at most 5 s.
 *
 * @throws BootFailure with one sentence that never holds the password
 */
export async function requireReachableDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const { host, pathname } = new URL(url);
    const code = firstCode(error);
    const reason = reasons[code ?? ""] ?? (code === undefined ? "it does not answer in time" : `error ${code}`);
    throw new BootFailure(`The database of DATABASE_URL (${host}${pathname}) can't be reached: ${reason}.`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** `localhost` is tried on both its addresses, and then the error is a bundle of two. */
function firstCode(error: unknown): string | undefined {
  return errorCode(error) ?? (error instanceof AggregateError ? errorCode(error.errors[0]) : undefined);
}
