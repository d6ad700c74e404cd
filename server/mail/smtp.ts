import { Readable, Transform } from "node:stream";
import { createTransport } from "nodemailer";

/**
 * `sent`: the mail server took it. `refused`: it never will. `later`: it did not take it now. `unsure`: the last byte went out and
 * nobody said what became of it. `lost`: another worker has it now; nothing went out.
 */
export type Outcome = "sent" | "refused" | "later" | "unsure" | "lost";

/** What the outbox is asked while a message is handed over. */
export type Handing = {
  /** Awaited before the end of the message: false when another worker has taken over, or is about to. */
  stillOurs(): Promise<boolean>;
  /**
   * Writes that the last byte goes out, just before it does and with nothing in between: what is on its way to the database then
   * arrives there even if this process dies in the next moment, so the mark and the mail share one fate. Waiting for its commit
   * first would be a gap in which a worker that dies has marked a mail that it never sent. Never throws.
   */
  mark(): void;
  /** What `stillOurs` took hold of is of no use any more, since there will be no mark. Fine to call at any time before it. */
  letGo(): void;
};

const seconds = 1_000;
const open = (url: string) => {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    // A message that broke off is tried again by its row in the outbox, which knows how far it came. The pool does not.
    maxRequeues: 0,
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    socketTimeout: 60 * seconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // Left to itself nodemailer reads a message into buffers before the mail server has asked for it, and its end with it, which
  // has to come with the dot: here the connection reads our own stream, and only once the server has said 354.
  transport.use("stream", (mail, done) => {
    const { raw } = mail.data;
    if (raw instanceof Readable) Object.assign(mail.message, { createReadStream: () => raw });
    done();
  });
  return transport;
};

// On globalThis: one pool for the process, not one for each copy of this module.
declare global {
  var heardSmtp: { url: string; transport: ReturnType<typeof open> } | undefined;
}

function transport(url: string) {
  if (globalThis.heardSmtp?.url !== url) {
    closeSmtp();
    globalThis.heardSmtp = { url, transport: open(url) };
  }
  return globalThis.heardSmtp.transport;
}

export function closeSmtp(): void {
  globalThis.heardSmtp?.transport.close();
  globalThis.heardSmtp = undefined;
}

type Envelope = { from: string; to: string };

/**
 * Hands one message over. What makes "once" true: the message ends only after `mark` was written, and the dot that makes the mail
 * server take it comes with its end. So a worker that dies before the mark has handed nothing over.
 */
export async function handOverBySmtp(
  url: string,
  { envelope, message }: { envelope: Envelope; message: Buffer },
  handing: Handing,
): Promise<Outcome> {
  let began = false;
  let lost = false;
  let isOver = false;
  let isMarked = false;
  const mark = () => {
    if (!isMarked) handing.mark();
    isMarked = true;
  };
  let canWait = false;
  async function* untilTheEnd() {
    yield message;
    // Whoever waited for this end may have given up meanwhile: then nobody would send the dot, or ask what became of it.
    lost = isOver || !(await handing.stillOurs());
    if (lost || isOver) {
      handing.letGo();
      throw new Error("not ours any more");
    }
    began = true;
    if (!canWait) mark();
  }
  const raw = Readable.from(untilTheEnd(), { objectMode: false });
  const pipe = raw.pipe.bind(raw);
  // nodemailer puts the dot behind the message in a stream of its own. From the end of the message to there are a handful of turns,
  // and a kill that falls in between would lose a mail that was marked: so the mark is written when the dot comes out of that
  // stream, and the line gets the dot next, by the same call.
  raw.pipe = (to, options) => {
    canWait = to instanceof Transform;
    if (canWait) to.prependListener("data", () => void (began && mark()));
    pipe(to, options);
    return to;
  };
  try {
    await transport(url).sendMail({ envelope, raw });
    return "sent";
  } catch (error) {
    if (lost) return "lost";
    const code = responseCodeOf(error);
    // 421 is about the line, at whatever moment: it says nothing of the message that came before (RFC 5321, 3.8).
    if (began && code === 421) return "unsure";
    // An answer is an answer: what was not taken can be tried again.
    if (code !== null) return isForGood(code) && isAboutThisMail(error) ? "refused" : "later";
    return began ? "unsure" : "later";
  } finally {
    isOver = true;
    if (!isMarked) handing.letGo();
  }
}

function responseCodeOf(error: unknown): number | null {
  if (typeof error !== "object" || error === null || !("responseCode" in error)) return null;
  return typeof error.responseCode === "number" ? error.responseCode : null;
}

/** 530 to 538 are about who we are: a wrong password is the operator's to mend, and no reason to give a mail up. */
const isForGood = (code: number) => code >= 500 && (code < 530 || code > 538);

/** The sender, the receiver or the message; anything before that is about the line. */
function isAboutThisMail(error: unknown): boolean {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  return code === "EENVELOPE" || code === "EMESSAGE";
}
