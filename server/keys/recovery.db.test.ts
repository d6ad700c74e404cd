import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeIdentity } from "@/lib/sealing/identity";
import { findActor } from "@/server/auth/actor";
import { verifyCredentials } from "@/server/auth/service";
import { invite } from "@/server/couples/test-people";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import {
  allowRecovery,
  findTicketRefusal,
  mailRecovery,
  openRecovery,
  openTicket,
  recoverAnew,
  recoverWithCode,
} from "@/server/keys/recovery";
import { recoveryToken } from "@/server/keys/recovery-token";
import { addAccount, from, makeCode, makePassword, signIn, type TestAccount } from "@/server/keys/test-kit";
import { happeningsOf } from "@/server/publish-test-kit";

openTestDatabase();
beforeAll(() => {
  process.env.NEXTAUTH_SECRET = "a secret of at least thirty-two characters";
});
beforeEach(async () => {
  await prisma().rateLimit.deleteMany();
});

const nobody = "nobody@heard.example";
const rowOf = ({ personId }: TestAccount) => prisma().person.findUniqueOrThrow({ where: { id: personId } });
const signsIn = async ({ email }: TestAccount, authKey: string) =>
  (await verifyCredentials({ email, authKey }, from())).ok;
const linkFor = async ({ personId }: TestAccount) => recoveryToken(await openTicket(personId));
const runOut = () => prisma().recoveryTicket.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });

const withCode = async ({ identity }: TestAccount, token: string) => ({
  ...(await makePassword(identity)),
  token,
  publicKey: identity.publicKey,
});
const anewFor = async ({ identity }: TestAccount, token: string) => {
  const fresh = await makeIdentity();
  return {
    ...(await makePassword(fresh)),
    token,
    publicKeyBefore: identity.publicKey,
    publicKey: fresh.publicKey,
    privateKeyByRecoveryCode: await makeCode(fresh),
  };
};

describe("asking for a recovery mail", () => {
  it("is answered alike for an address that has an account and one that has none, in words, counts and waits", async () => {
    const { email } = await addAccount();
    const ask = async (address: string) => {
      const answers = [];
      for (let i = 0; i < 6; i += 1) answers.push(await allowRecovery(address, from()));
      return answers;
    };
    const known = await ask(email);
    expect(known).toEqual(await ask(nobody));
    expect(known.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => ({ ok: true, value: null })));
    expect(known.slice(4)).toEqual([
      { ok: false, refusal: "tooManyTries", retryAfterSeconds: 60 },
      { ok: false, refusal: "tooManyTries", retryAfterSeconds: 60 },
    ]);
  });

  it("is counted by network address too", async () => {
    const here = from();
    const answers = [];
    for (let i = 0; i < 22; i += 1) answers.push(await allowRecovery(`guess${i}@heard.example`, here));
    expect(answers.at(-1)).toMatchObject({ ok: false, refusal: "tooManyTries" });
  });

  it("leaves one mail and one ticket for half an hour, and the link's secret nowhere", async () => {
    const mara = await addAccount();
    await mailRecovery(mara.email);
    const tickets = await prisma().recoveryTicket.findMany({ where: { personId: mara.personId } });
    const notices = await prisma().notice.findMany({ where: { personId: mara.personId } });
    expect(tickets).toHaveLength(1);
    const [ticket] = tickets;
    if (!ticket) throw new Error("no ticket");
    expect(ticket.expiresAt.getTime() - ticket.createdAt.getTime()).toBe(30 * 60_000);
    expect(notices.map(({ kind, channel, detail }) => ({ kind, channel, detail }))).toEqual([
      { kind: "recovery", channel: "mail", detail: { ticketId: ticket.id, expiresAt: ticket.expiresAt.getTime() } },
    ]);
    const jobs = await prisma().$queryRaw`SELECT payload::text FROM graphile_worker._private_jobs`;
    const kept = JSON.stringify({ tickets, notices, jobs });
    expect(kept).toContain(ticket.id);
    expect(kept).not.toContain(recoveryToken(ticket.id));
  });

  it("leaves nothing at all for an address that nobody has", async () => {
    const count = async () => [await prisma().recoveryTicket.count(), await prisma().notice.count()];
    const before = await count();
    await mailRecovery(nobody);
    expect(await count()).toEqual(before);
  });
});

describe("a recovery link", () => {
  it("may be opened as often as a mail program likes and is not used up", async () => {
    const mara = await addAccount();
    const token = await linkFor(mara);
    const before = await prisma().recoveryTicket.findMany();
    for (let i = 0; i < 3; i += 1) expect(await findTicketRefusal(token)).toBeNull();
    expect(await openRecovery(token, from())).toMatchObject({
      ok: true,
      value: { email: mara.email, publicKey: mara.identity.publicKey },
    });
    expect(await prisma().recoveryTicket.findMany()).toEqual(before);
  });

  it("that never was is answered like one that has run out, and gives nothing away", async () => {
    const mara = await addAccount();
    const token = await linkFor(mara);
    await runOut();
    const neverWas = recoveryToken("0190a1b2-0000-7000-8000-000000000009");
    for (const each of [token, neverWas, ""]) {
      expect(await findTicketRefusal(each)).toBe("expired");
      expect(await openRecovery(each, from())).toEqual({ ok: false, refusal: "expired" });
      expect(await recoverWithCode(await withCode(mara, each), from())).toEqual({ ok: false, refusal: "expired" });
      expect(await recoverAnew(await anewFor(mara, each), from())).toEqual({ ok: false, refusal: "expired" });
    }
    expect(await signsIn(mara, mara.password.authKey)).toBe(true);
  });

  it("works once, and closes every other link of that person", async () => {
    const mara = await addAccount();
    const [token, other] = [await linkFor(mara), await linkFor(mara)];
    expect((await recoverWithCode(await withCode(mara, token), from())).ok).toBe(true);
    for (const each of [token, other]) {
      expect(await findTicketRefusal(each)).toBe("used");
      expect(await recoverWithCode(await withCode(mara, each), from())).toEqual({ ok: false, refusal: "used" });
      expect(await recoverAnew(await anewFor(mara, each), from())).toEqual({ ok: false, refusal: "used" });
    }
  });

  it("lets one of many win that use it at the same moment, whole", async () => {
    const mara = await addAccount();
    const token = await linkFor(mara);
    const inputs = await Promise.all(Array.from({ length: 6 }, () => withCode(mara, token)));
    const answers = await Promise.all(inputs.map((input) => recoverWithCode(input, from())));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]))).toEqual(Array(5).fill("used"));
    const winner = inputs[answers.findIndex(({ ok }) => ok)];
    expect(await signsIn(mara, winner?.authKey ?? "")).toBe(true);
    expect(await rowOf(mara)).toMatchObject({ privateKeyByPassword: winner?.privateKeyByPassword, salt: winner?.salt });
  });

  it("answers the same change, sent again because its answer was lost, with the same yes, even after its time", async () => {
    const mara = await addAccount();
    const input = await withCode(mara, await linkFor(mara));
    await recoverWithCode(input, from());
    await runOut();
    expect(await recoverWithCode(input, from())).toEqual({ ok: true, value: null });
    expect(await prisma().notice.count({ where: { personId: mara.personId, kind: "passwordChanged" } })).toBe(1);
  });
});

describe("a new password with the recovery code", () => {
  it("keeps the key pair, signs in at once after many wrong tries, and ends every session", async () => {
    const mara = await addAccount();
    const session = await signIn(mara);
    for (let i = 0; i < 7; i += 1) await signsIn(mara, `${"B".repeat(42)}A`);
    const before = await rowOf(mara);
    const input = await withCode(mara, await linkFor(mara));
    const heard = await happeningsOf(async () =>
      expect(await recoverWithCode(input, from())).toEqual({ ok: true, value: null }),
    );
    expect(heard).toEqual([{ type: "sessionsEnded", sessionIds: [session.sessionId] }]);
    expect(await findActor(session.sessionId)).toBeNull();
    const { publicKey, privateKeyByRecoveryCode } = before;
    expect(await rowOf(mara)).toMatchObject({ publicKey, privateKeyByRecoveryCode });
    expect(await signsIn(mara, input.authKey)).toBe(true);
    expect(await signsIn(mara, mara.password.authKey)).toBe(false);
  });

  it("takes no wrap of another key pair than the account has", async () => {
    const mara = await addAccount();
    const token = await linkFor(mara);
    const { publicKey } = await makeIdentity();
    const input = { ...(await withCode(mara, token)), publicKey };
    expect(await recoverWithCode(input, from())).toEqual({ ok: false, refusal: "changedMeanwhile" });
    expect(await findTicketRefusal(token)).toBeNull();
    expect(await signsIn(mara, mara.password.authKey)).toBe(true);
  });
});

describe("a new password without the recovery code", () => {
  it("sets the new pair, both its wraps and the password together", async () => {
    const mara = await addAccount();
    const input = await anewFor(mara, await linkFor(mara));
    expect(await recoverAnew(input, from())).toEqual({ ok: true, value: null });
    expect(await recoverAnew(input, from())).toEqual({ ok: true, value: null });
    const { publicKey, privateKeyByPassword, privateKeyByRecoveryCode, salt } = input;
    expect(await rowOf(mara)).toMatchObject({ publicKey, privateKeyByPassword, privateKeyByRecoveryCode, salt });
    expect(await signsIn(mara, input.authKey)).toBe(true);
  });

  it("closes the open invitation, whose key nobody can keep any more", async () => {
    const mara = await addAccount();
    const { id } = await invite({ personId: mara.personId, name: "Mara", identity: mara.identity });
    await recoverAnew(await anewFor(mara, await linkFor(mara)), from());
    const row = await prisma().invitation.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ openInviterId: null, inviterSealedCoupleKey: "", coupleKeyBySecret: "" });
    expect(row.revokedAt).not.toBeNull();
  });

  it("of two ways at the same moment one wins whole: the pair fits its wrap, whichever", async () => {
    const mara = await addAccount();
    const token = await linkFor(mara);
    const [kept, anew] = [await withCode(mara, token), await anewFor(mara, token)];
    const [one, other] = await Promise.all([recoverWithCode(kept, from()), recoverAnew(anew, from())]);
    expect([one.ok, other.ok].filter(Boolean)).toHaveLength(1);
    const { publicKey, privateKeyByPassword } = one.ok ? kept : anew;
    expect(await rowOf(mara)).toMatchObject({ publicKey, privateKeyByPassword });
  });
});
