import { once } from "node:events";
import { createServer } from "node:http";
import { connectDatabase } from "@/server/database/client";
import { attachRealtime, type Limits } from "@/server/realtime/io";
import { answerBench, cpuMs, retainedBytes } from "./answer-bench";
import { urlOf } from "./url-of";

/** The rooms as they run, without the pages. */

/** A pair at full load asks far oftener than people can; the limits are counted all the same. */
const limits: Limits = {
  connection: { perSecond: 1e9, burst: 1e9 },
  account: { perSecond: 1e9, burst: 1e9 },
  refused: { perSecond: 1e9, burst: 1e9 },
  connectionsOfAccount: 20,
  recheckSessionsAfterMs: 60 * 60 * 1000,
};

connectDatabase(process.env.DATABASE_URL ?? "");
const server = createServer((_, response) => response.writeHead(404).end()).listen(0, "127.0.0.1");
await once(server, "listening");
const url = urlOf(server);
attachRealtime(server, { publicUrl: url, limits });
answerBench(async () => ({ url, cpuMs: cpuMs(), retainedBytes: await retainedBytes() }));
