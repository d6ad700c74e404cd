import { once } from "node:events";
import type { Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

type Verdict = Error & { responseCode?: number };

export type TestMailServer = {
  url: string;
  /** As taken, in order: what this server answered 250 to. */
  taken: { to: string; raw: string }[];
  parse(at: number): Promise<ParsedMail>;
  /** What it does with a recipient, and with a message it has read whole; null takes it. */
  answers: { recipient: Verdict | null; message: Verdict | "hang up" | null };
  /** How long it thinks about each message that it has taken before it says so, ms. */
  thinks: () => number;
  close(): Promise<void>;
};

export const smtpRefusal = (code: number): Verdict => Object.assign(new Error("not now"), { responseCode: code });

/** A real SMTP server on this machine that keeps what it is given. */
export async function startMailServer(): Promise<TestMailServer> {
  const taken: TestMailServer["taken"] = [];
  const answers: TestMailServer["answers"] = { recipient: null, message: null };
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onRcptTo: (_, __, answer) => answer(answers.recipient),
    onData: (stream, session, answer) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { message } = answers;
        if (message instanceof Error) return answer(message);
        const [to] = session.envelope.rcptTo;
        taken.push({ to: to?.address ?? "", raw: Buffer.concat(chunks).toString("utf8") });
        // It has the mail, and nobody hears that it has.
        if (message === "hang up") return cut();
        setTimeout(answer, self.thinks());
      });
    },
  });
  const sockets = new Set<Socket>();
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.on("error", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const self: TestMailServer = {
    url: `smtp://127.0.0.1:${address.port}`,
    taken,
    answers,
    thinks: () => 0,
    parse: (at) => simpleParser(taken[at]?.raw ?? ""),
    close: () => {
      cut();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
  return self;
}
