import { once } from "node:events";
import { createServer } from "node:http";
import pg from "pg";
import { Server } from "socket.io";
import { answerBench, cpuMs, retainedBytes } from "./answer-bench";
import { urlOf } from "./url-of";

/** The bare floor: what arrives is inserted, committed and relayed. No rules, no accounts, nothing held. */

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
await pool.query(
  "CREATE TABLE IF NOT EXISTS bare (id bigserial PRIMARY KEY, room text NOT NULL, payload jsonb NOT NULL)",
);
const text = "INSERT INTO bare (room, payload) VALUES ($1, $2)";

const server = createServer().listen(0, "127.0.0.1");
await once(server, "listening");
const io = new Server(server, { serveClient: false, transports: ["websocket"], perMessageDeflate: false });
io.on("connection", async (socket) => {
  const room = String(socket.handshake.auth.room);
  await socket.join(room);
  socket.on("hand", async (payload: unknown) => {
    await pool.query({ name: "bare", text, values: [room, JSON.stringify(payload)] });
    socket.to(room).emit("hand", payload);
  });
  socket.on("settled", (answer: () => void) => answer());
});
answerBench(async () => ({ url: urlOf(server), cpuMs: cpuMs(), retainedBytes: await retainedBytes() }));
