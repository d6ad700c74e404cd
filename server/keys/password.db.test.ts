import { beforeAll, describe, expect, it } from "vitest";
import { makeIdentity } from "@/lib/sealing/identity";
import { findActor } from "@/server/auth/actor";
import { findSalt, verifyCredentials } from "@/server/auth/service";
import { replaceSession } from "@/server/auth/sessions";
import { prisma } from "@/server/database/client";
import { openTestDatabase } from "@/server/database/test-database";
import { changePassword, changeRecoveryCode } from "@/server/keys/password";
import { findTicketRefusal, openTicket } from "@/server/keys/recovery";
import { recoveryToken } from "@/server/keys/recovery-token";
import { addAccount, from, makeCode, makePassword, signIn, type TestAccount } from "@/server/keys/test-kit";
import { happeningsOf } from "@/server/publish-test-kit";

openTestDatabase();
beforeAll(() => {
  process.env.NEXTAUTH_SECRET = "a secret of at least thirty-two characters";
});

const rowOf = ({ personId }: Pick<TestAccount, "personId">) =>
  prisma().person.findUniqueOrThrow({ where: { id: personId } });
const signsIn = async ({ email }: TestAccount, authKey: string) =>
  (await verifyCredentials({ email, authKey }, from())).ok;
const noticesOf = ({ personId }: TestAccount) => prisma().notice.findMany({ where: { personId } });

async function prepare(account: TestAccount) {
  const fresh = await makePassword(account.identity);
  const input = { ...fresh, oldAuthKey: account.password.authKey, publicKey: account.identity.publicKey };
  return { fresh, input };
}

describe("changing the password", () => {
  it("sets the key that signs in, the salt and the wrap together, and nothing else of the keys", async () => {
    const mara = await addAccount();
    const before = await rowOf(mara);
    const { fresh, input } = await prepare(mara);
    expect(await changePassword(await signIn(mara), input)).toEqual({ ok: true, value: null });
    const after = await rowOf(mara);
    expect(after).toMatchObject({ salt: fresh.salt, privateKeyByPassword: fresh.privateKeyByPassword });
    expect(after).toMatchObject({
      publicKey: before.publicKey,
      privateKeyByRecoveryCode: before.privateKeyByRecoveryCode,
    });
    expect(await signsIn(mara, fresh.authKey)).toBe(true);
    expect(await signsIn(mara, mara.password.authKey)).toBe(false);
    expect(await findSalt(mara.email, from())).toMatchObject({ value: { salt: fresh.salt } });
  });

  it("ends every other session at once and keeps the one that asked", async () => {
    const mara = await addAccount();
    const [here, other] = [await signIn(mara), await signIn(mara)];
    const { input } = await prepare(mara);
    const heard = await happeningsOf(() => changePassword(here, input));
    expect(heard).toEqual([{ type: "sessionsEnded", sessionIds: [other.sessionId] }]);
    expect(await findActor(other.sessionId)).toBeNull();
    expect(await findActor(here.sessionId)).not.toBeNull();
  });

  it("lets nobody in who gave the old password a moment before and gets their session a moment later", async () => {
    const mara = await addAccount();
    const checked = await verifyCredentials({ email: mara.email, authKey: mara.password.authKey }, from());
    if (!checked.ok) throw new Error(checked.refusal);
    await changePassword(await signIn(mara), (await prepare(mara)).input);
    await expect(replaceSession(null, mara.personId, null, checked.value.authHash)).rejects.toThrow("noMatch");
  });

  it("waits for a change that is under way before it lets somebody in by the old password", async () => {
    const mara = await addAccount();
    const { authHash } = await rowOf(mara);
    const waiting = async () => {
      const [row] = await prisma().$queryRaw<{ n: number }[]>`
        SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      return row?.n;
    };
    const entering = await prisma().$transaction(async (tx) => {
      await tx.person.update({ where: { id: mara.personId }, data: { authHash: "another" } });
      const asked = replaceSession(null, mara.personId, null, authHash).catch(String);
      await expect.poll(waiting).toBeGreaterThan(0);
      // Not awaited in here: it waits for this very change.
      return { asked };
    });
    expect(await entering.asked).toBe("Error: noMatch");
    expect(await prisma().authSession.count({ where: { personId: mara.personId } })).toBe(0);
  });

  it("ends whichever session of the old password was made at the same moment", async () => {
    const mara = await addAccount();
    const { authHash } = await rowOf(mara);
    const here = await signIn(mara);
    const { input } = await prepare(mara);
    const made = Promise.allSettled(
      Array.from({ length: 12 }, () => replaceSession(null, mara.personId, null, authHash)),
    );
    expect((await changePassword(here, input)).ok).toBe(true);
    for (const session of await made) {
      if (session.status === "fulfilled") expect(await findActor(session.value)).toBeNull();
    }
    expect(await findActor(here.sessionId)).not.toBeNull();
  });

  it("refuses a wrong password by name, changes nothing, and counts it with the wrong ones of signing in", async () => {
    const mara = await addAccount();
    const here = await signIn(mara);
    const before = await rowOf(mara);
    const { input } = await prepare(mara);
    const wrong = { ...input, oldAuthKey: `${"B".repeat(42)}A` };
    for (let i = 0; i < 6; i += 1) expect(await changePassword(here, wrong)).toEqual({ ok: false, refusal: "noMatch" });
    expect(await changePassword(here, wrong)).toMatchObject({ refusal: "tooManyTries" });
    expect(await verifyCredentials({ email: mara.email, authKey: mara.password.authKey }, from())).toMatchObject({
      refusal: "tooManyTries",
    });
    expect(await rowOf(mara)).toEqual(before);
  });

  it("is the same change when it is sent again, and told once", async () => {
    const mara = await addAccount();
    const here = await signIn(mara);
    const { input } = await prepare(mara);
    const answers = [await changePassword(here, input), await changePassword(here, input)];
    expect(answers).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect((await noticesOf(mara)).map(({ kind, channel }) => [kind, channel])).toEqual([["passwordChanged", "mail"]]);
  });

  it("is done once when one press is sent twice at the same moment", async () => {
    const mara = await addAccount();
    const here = await signIn(mara);
    const { input } = await prepare(mara);
    const answers = await Promise.all([changePassword(here, input), changePassword(here, input)]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await noticesOf(mara)).toHaveLength(1);
  });

  it("lets one of two different ones win whole, and names the other's refusal", async () => {
    const mara = await addAccount();
    const here = await signIn(mara);
    const both = [await prepare(mara), await prepare(mara)];
    const answers = await Promise.all(both.map(({ input }) => changePassword(here, input)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]));
    // Whoever comes later finds the password gone that they gave, or the account changed under their hands.
    expect(["changedMeanwhile", "noMatch"]).toContain(refusals[0]);
    const winner = both[answers.findIndex(({ ok }) => ok)]?.fresh;
    expect(await rowOf(mara)).toMatchObject({ privateKeyByPassword: winner?.privateKeyByPassword, salt: winner?.salt });
    expect(await signsIn(mara, winner?.authKey ?? "")).toBe(true);
  });

  it("takes no wrap of another key pair than the account has", async () => {
    const mara = await addAccount();
    const before = await rowOf(mara);
    const { input } = await prepare(mara);
    const { publicKey } = await makeIdentity();
    expect(await changePassword(await signIn(mara), { ...input, publicKey })).toEqual({
      ok: false,
      refusal: "changedMeanwhile",
    });
    expect(await rowOf(mara)).toEqual(before);
  });

  it("makes links worthless that lie about in the mail", async () => {
    const mara = await addAccount();
    const token = recoveryToken(await openTicket(mara.personId));
    await changePassword(await signIn(mara), (await prepare(mara)).input);
    expect(await findTicketRefusal(token)).toBe("used");
  });
});

describe("a new recovery code", () => {
  const prepareCode = async ({ identity, password }: TestAccount) => ({
    authKey: password.authKey,
    publicKey: identity.publicKey,
    privateKeyByRecoveryCode: await makeCode(identity),
  });

  it("takes the old one's place and leaves the password and every session", async () => {
    const mara = await addAccount();
    const [here, other] = [await signIn(mara), await signIn(mara)];
    const before = await rowOf(mara);
    const input = await prepareCode(mara);
    expect(await changeRecoveryCode(here, input)).toEqual({ ok: true, value: null });
    expect(await changeRecoveryCode(here, input)).toEqual({ ok: true, value: null });
    const { privateKeyByRecoveryCode } = input;
    expect(await rowOf(mara)).toEqual({ ...before, privateKeyByRecoveryCode });
    expect(await findActor(other.sessionId)).not.toBeNull();
  });

  it("is not made for somebody who finds an open page and does not know the password", async () => {
    const mara = await addAccount();
    const before = await rowOf(mara);
    const input = { ...(await prepareCode(mara)), authKey: `${"B".repeat(42)}A` };
    expect(await changeRecoveryCode(await signIn(mara), input)).toEqual({ ok: false, refusal: "noMatch" });
    expect(await rowOf(mara)).toEqual(before);
  });

  it("and a new password at the same moment leave both or one, never half of either", async () => {
    const mara = await addAccount();
    const here = await signIn(mara);
    const code = await prepareCode(mara);
    const { input } = await prepare(mara);
    const [changed, coded] = await Promise.all([changePassword(here, input), changeRecoveryCode(here, code)]);
    const row = await rowOf(mara);
    expect(row.privateKeyByPassword === input.privateKeyByPassword).toBe(changed.ok);
    expect(row.privateKeyByRecoveryCode === code.privateKeyByRecoveryCode).toBe(coded.ok);
    expect(changed.ok || coded.ok).toBe(true);
    expect(await signsIn(mara, changed.ok ? input.authKey : mara.password.authKey)).toBe(true);
  });
});
