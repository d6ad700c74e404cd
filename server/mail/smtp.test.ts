import { Socket } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { closeSmtp, handOverBySmtp } from "@/server/mail/smtp";
import { smtpRefusal, startMailServer, type TestMailServer } from "@/server/mail/test-mail-server";

let server: TestMailServer;
const envelope = { from: "heard@heard.example", to: "mara@heard.example" };
const message = Buffer.from("Subject: hello\r\n\r\nOne line.\r\n.\r\nAnother.\r\n");

/** An outbox that answers so, and how often it was asked and marked. */
const outbox = (stillOurs: () => Promise<boolean> = async () => true) => ({
  stillOurs: vi.fn(stillOurs),
  mark: vi.fn(),
  letGo: vi.fn(),
});

beforeEach(async () => {
  server = await startMailServer();
});
afterEach(async () => {
  vi.restoreAllMocks();
  closeSmtp();
  await server.close();
});

test("the server has everything but the end of the message when the outbox is asked, and takes it only after a yes", async () => {
  const nothingYet = () => expect(server.taken).toHaveLength(0);
  const handing = outbox(async () => {
    nothingYet();
    return true;
  });
  handing.mark.mockImplementation(nothingYet);
  expect(await handOverBySmtp(server.url, { envelope, message }, handing)).toBe("sent");
  expect([handing.stillOurs, handing.mark].map((asked) => asked.mock.calls.length)).toEqual([1, 1]);
  expect(server.taken).toEqual([{ to: envelope.to, raw: message.toString() }]);
});

test("after a no nothing is taken, and the next message goes out whole", async () => {
  expect(
    await handOverBySmtp(
      server.url,
      { envelope, message },
      outbox(async () => false),
    ),
  ).toBe("lost");
  expect(server.taken).toHaveLength(0);
  expect(await handOverBySmtp(server.url, { envelope, message }, outbox())).toBe("sent");
  expect(server.taken).toHaveLength(1);
});

test("while the answer is out the message does not end", async () => {
  let yes: (isOurs: boolean) => void = () => undefined;
  const asked = new Promise<void>((isAsked) => {
    const handing = outbox(() => {
      isAsked();
      return new Promise<boolean>((answer) => {
        yes = answer;
      });
    });
    void handOverBySmtp(server.url, { envelope, message }, handing);
  });
  await asked;
  expect(server.taken).toHaveLength(0);
  yes(true);
  await vi.waitFor(() => expect(server.taken).toHaveLength(1));
});

test.each([
  ["a full mailbox", 452, "later"],
  ["a mail it will never take", 554, "refused"],
  ["a line that is closed", 421, "unsure"],
])("%s (%i after the last byte) is %s", async (_, code, outcome) => {
  server.answers.message = smtpRefusal(code);
  expect(await handOverBySmtp(server.url, { envelope, message }, outbox())).toBe(outcome);
});

test("a line that breaks after the last byte is unsure, and is not tried again by itself", async () => {
  server.answers.message = "hang up";
  expect(await handOverBySmtp(server.url, { envelope, message }, outbox())).toBe("unsure");
  expect(server.taken).toHaveLength(1);
});

test("nobody there: later, and the outbox was never asked", async () => {
  await server.close();
  const handing = outbox();
  expect(await handOverBySmtp(server.url, { envelope, message }, handing)).toBe("later");
  expect(handing.mark).not.toHaveBeenCalled();
});

test("a server that wants another password is the operator's to mend: later, not refused", async () => {
  server.answers.recipient = smtpRefusal(530);
  expect(await handOverBySmtp(server.url, { envelope, message }, outbox())).toBe("later");
  server.answers.recipient = smtpRefusal(550);
  expect(await handOverBySmtp(server.url, { envelope, message }, outbox())).toBe("refused");
});

test("from the mark to the dot nothing else happens in this process, not as much as a turn", async () => {
  const handing = outbox();
  const turns: string[] = [];
  const soon = (when: string) => turns.push(`${when} ${dots}`);
  // The very next things that the process does once the call of the mark is over; by then the dot is on the line already.
  handing.mark.mockImplementation(() => {
    soon("mark");
    process.nextTick(soon, "tick");
    queueMicrotask(() => soon("microtask"));
    setImmediate(soon, "turn");
  });
  let dots = 0;
  const write = Socket.prototype.write;
  vi.spyOn(Socket.prototype, "write").mockImplementation(function (this: Socket, ...given: Parameters<typeof write>) {
    if (String(given[0]) === ".\r\n") dots += 1;
    return Reflect.apply(write, this, given);
  });
  expect(await handOverBySmtp(server.url, { envelope, message }, handing)).toBe("sent");
  expect(turns).toEqual(["mark 0", "tick 1", "microtask 1", "turn 1"]);
  expect(handing.letGo).not.toHaveBeenCalled();
});

test("what the outbox held ready for a mark is let go where none comes", async () => {
  const handing = outbox();
  server.answers.recipient = smtpRefusal(550);
  expect(await handOverBySmtp(server.url, { envelope, message }, handing)).toBe("refused");
  expect(handing.mark).not.toHaveBeenCalled();
  expect(handing.letGo).toHaveBeenCalled();
});
