import { describe, expect, it } from "vitest";
import { findInvitationByCode } from "@/server/couples/answers";
import { findOpenInvitationOf } from "@/server/couples/invitations";
import { addPerson, invite } from "@/server/couples/test-people";
import { openTestDatabase } from "@/server/database/test-database";

openTestDatabase();

const refused = (refusal: string) => ({ ok: false, refusal });

describe("a code", () => {
  const codeOf = async (personId: Parameters<typeof findOpenInvitationOf>[0]) =>
    (await findOpenInvitationOf(personId))?.code ?? "";

  it("finds its invitation however it is typed", async () => {
    const [mara, sam] = [await addPerson("Mara"), await addPerson("Sam")];
    const { id } = await invite(mara);
    const code = await codeOf(mara.personId);
    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `;
    expect(await findInvitationByCode(sam, typed, "a.1")).toEqual({ ok: true, value: { invitationId: id } });
  });

  it("that can't be one is not looked up and not counted", async () => {
    const sam = await addPerson("Sam");
    for (let round = 0; round < 20; round++)
      expect(await findInvitationByCode(sam, "hello", "a.2")).toEqual(refused("notACode"));
    expect(await findInvitationByCode(sam, "ABCDEFGH", "a.2")).toEqual(refused("notFound"));
  });

  it("is not guessed: after ten wrong ones an account waits, from wherever it asks", async () => {
    const sam = await addPerson("Sam");
    const answers = [];
    for (let round = 0; round < 12; round++) answers.push(await findInvitationByCode(sam, "ABCDEFGH", `b.${round}`));
    expect(answers.slice(0, 10).every((one) => !one.ok && one.refusal === "notFound")).toBe(true);
    expect(answers.at(-1)).toMatchObject({ refusal: "tooManyTries", retryAfterSeconds: expect.any(Number) });
  });

  it("is not guessed with many accounts from one address either", async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => addPerson("Eve")));
    const answers = [];
    for (const person of people)
      for (let round = 0; round < 8; round++) answers.push(await findInvitationByCode(person, "ABCDEFGH", "c.1"));
    expect(answers.at(-1)).toMatchObject({ refusal: "tooManyTries" });
  });
});
