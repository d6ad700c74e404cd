import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { closeSmtp, handOverBySmtp } from "@/server/mail/smtp";
import { smtpRefusal, startMailServer, type TestMailServer } from "@/server/mail/test-mail-server";

let server: TestMailServer;
const envelope = { from: "heard@heard.example", to: "mara@heard.example" };
const message = Buffer.from("Subject: hello\r\n\r\nOne line.\r\n.\r\nAnother.\r\n");

beforeEach(async () => {
  server = await startMailServer();
});
afterEach(async () => {
  closeSmtp();
  await server.close();
});

test("the server has everything but the end of the message when the outbox is asked, and takes it only after a yes", async () => {
  const begin = vi.fn(async () => {
    expect(server.taken).toHaveLength(0);
    return true;
  });
  expect(await handOverBySmtp(server.url, { envelope, message }, begin)).toBe("sent");
  expect(begin).toHaveBeenCalledTimes(1);
  expect(server.taken).toEqual([{ to: envelope.to, raw: message.toString() }]);
});

test("after a no nothing is taken, and the next message goes out whole", async () => {
  expect(await handOverBySmtp(server.url, { envelope, message }, async () => false)).toBe("lost");
  expect(server.taken).toHaveLength(0);
  expect(await handOverBySmtp(server.url, { envelope, message }, async () => true)).toBe("sent");
  expect(server.taken).toHaveLength(1);
});

test("while the answer is out the message does not end", async () => {
  let yes: (isOurs: boolean) => void = () => undefined;
  const asked = new Promise<void>((isAsked) => {
    const begin = () => {
      isAsked();
      return new Promise<boolean>((answer) => {
        yes = answer;
      });
    };
    void handOverBySmtp(server.url, { envelope, message }, begin);
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
  expect(await handOverBySmtp(server.url, { envelope, message }, async () => true)).toBe(outcome);
});

test("a line that breaks after the last byte is unsure, and is not tried again by itself", async () => {
  server.answers.message = "hang up";
  expect(await handOverBySmtp(server.url, { envelope, message }, async () => true)).toBe("unsure");
  expect(server.taken).toHaveLength(1);
});

test("nobody there: later, and the outbox was never asked", async () => {
  await server.close();
  const begin = vi.fn(async () => true);
  expect(await handOverBySmtp(server.url, { envelope, message }, begin)).toBe("later");
  expect(begin).not.toHaveBeenCalled();
});

test("a server that wants another password is the operator's to mend: later, not refused", async () => {
  server.answers.recipient = smtpRefusal(530);
  expect(await handOverBySmtp(server.url, { envelope, message }, async () => true)).toBe("later");
  server.answers.recipient = smtpRefusal(550);
  expect(await handOverBySmtp(server.url, { envelope, message }, async () => true)).toBe("refused");
});
