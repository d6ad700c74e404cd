import { Readable } from "node:stream";
import { createTransport } from "nodemailer";

/**
 * `sent`: the mail server took it. `refused`: it never will. `later`: it did not take it now. `unsure`: the last byte went out and
 * nobody said what became of it. `lost`: another worker has it now; nothing went out.
 */
export type Outcome = "sent" | "refused" | "later" | "unsure" | "lost";

/** Written and awaited before the last byte goes out; false when another worker has taken over. */
export type BeginHanding = () => Promise<boolean>;

const seconds = 1_000;
const open = (url: string) =>
  createTransport({
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
 * Hands one message over. What makes "once" true: the message ends only after `begin` has said so, and the dot that makes the mail
 * server take it comes after its end. So a worker that dies before `begin` was written has handed nothing over.
 */
export async function handOverBySmtp(
  url: string,
  { envelope, message }: { envelope: Envelope; message: Buffer },
  begin: BeginHanding,
): Promise<Outcome> {
  let began = false;
  let lost = false;
  let isOver = false;
  async function* untilTheEnd() {
    yield message;
    // Whoever waited for this end may have given up meanwhile: then nobody would send the dot, or ask what became of it.
    began = !isOver && (await begin());
    lost = !began;
    if (lost) throw new Error("not ours any more");
  }
  try {
    const raw = Readable.from(untilTheEnd(), { objectMode: false });
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
