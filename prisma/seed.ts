import { randomUUID } from "node:crypto";
import { argon2id } from "hash-wasm";
import type { z } from "zod";
import type { Command } from "@/lib/check-in/commands";
import type { WritingKind } from "@/lib/check-in/state";
import { type CheckInId, commandIdSchema, coupleIdSchema, type PersonId, type Seat } from "@/lib/ids";
import type { Result } from "@/lib/result";
import { contents } from "@/lib/sealing/contents";
import { openSealedCoupleKey, sealCoupleKeyTo } from "@/lib/sealing/couple-key";
import { type Identity, makeIdentity, wrapPrivateKey } from "@/lib/sealing/identity";
import { invitationProof } from "@/lib/sealing/invitation-proof";
import { kdfDefaults, makeSalt, stretchPassword } from "@/lib/sealing/kdf";
import { deriveAccountKeys } from "@/lib/sealing/keys";
import { makeInvitation } from "@/lib/sealing/make-invitation";
import { deriveRecoveryKey, makeRecoverySecret } from "@/lib/sealing/recovery";
import { seal } from "@/lib/sealing/seal";
import { signUp } from "@/server/auth/service";
import { openCheckIn, run } from "@/server/check-ins/service";
import { acceptInvitation } from "@/server/couples/answers";
import { createInvitation } from "@/server/couples/invitations";
import { findPartner, type Partnership } from "@/server/couples/service";

export const seedPassword = "two shores and one table";
export const seedAddresses = ["mara@example.org", "sam@example.org"] as const;

/**
 * Mara and Sam, linked, with one check-in behind them, for whoever develops Heard: by the same services and the same seals as
 * everybody, so what it lays down opens in a browser that signs in as one of them.
 *
 * @returns `alreadyThere` when Mara's address is taken; then nothing is written
 */
export async function seed(): Promise<"seeded" | "alreadyThere"> {
  const mara = await addPerson("Mara", seedAddresses[0]);
  if (mara === null) return "alreadyThere";
  const sam = await addPerson("Sam", seedAddresses[1]);
  if (sam === null) return "alreadyThere";
  await holdCheckIn(await link(mara, sam));
  return "seeded";
}

type Seeded = { personId: PersonId; identity: Identity };
type Couple = { key: CryptoKey; seats: Record<Seat, Partnership> };

async function addPerson(name: string, email: string): Promise<Seeded | null> {
  const salt = makeSalt();
  const master = must(
    await stretchPassword(
      ({ memoryKib, ...input }) => argon2id({ ...input, memorySize: memoryKib, hashLength: 32, outputType: "binary" }),
      seedPassword,
      salt,
      kdfDefaults,
    ),
  );
  const { authKey, wrapKey } = await deriveAccountKeys(master);
  const identity = await makeIdentity();
  const recoveryKey = await deriveRecoveryKey(makeRecoverySecret());
  const account = {
    email,
    name,
    agreed: true as const,
    authKey,
    salt,
    kdf: kdfDefaults,
    publicKey: identity.publicKey,
    privateKeyByPassword: await wrapPrivateKey(wrapKey, identity),
    privateKeyByRecoveryCode: await wrapPrivateKey(recoveryKey, identity),
  };
  const made = await signUp(account, "127.0.0.1");
  return made.ok ? { personId: made.value.personId, identity } : null;
}

async function link(mara: Seeded, sam: Seeded): Promise<Couple> {
  const coupleId = coupleIdSchema.parse(randomUUID());
  const { sent, secret, coupleKey } = must(await makeInvitation(mara.identity, coupleId, "Shall we try this?"));
  const { invitationId } = must(await createInvitation(mara, sent));
  const { publicKey } = mara.identity;
  const raw = must(await openSealedCoupleKey(mara.identity, sent.inviterSealedCoupleKey, coupleId, publicKey));
  const sealedCoupleKey = await sealCoupleKeyTo(sam.identity.publicKey, raw, coupleId, sam.identity);
  must(await acceptInvitation(sam, { invitationId, proof: await invitationProof(secret), sealedCoupleKey }));
  return { key: coupleKey, seats: { A: await partnershipOf(mara), B: await partnershipOf(sam) } };
}

async function partnershipOf({ personId }: Seeded): Promise<Partnership> {
  const partnership = await findPartner(personId);
  if (partnership === null) throw new Error("a seeded person was not linked");
  return partnership;
}

/** What somebody says, and the kind that the core gives it: the seal is bound to both. */
type Line = { kind: WritingKind; schema: z.ZodType<unknown>; value: unknown };
const text = (kind: "appreciation" | "reflection" | "empathy" | "request" | "answer", said: string): Line => ({
  kind,
  schema: contents[kind],
  value: { text: said },
});
const piece = (value: z.input<typeof contents.piece>): Line => ({ kind: "piece", schema: contents.piece, value });
const close = (thanks: string, leaving: string): Line => ({
  kind: "close",
  schema: contents.close,
  value: { thanks, leaving },
});

async function holdCheckIn({ key, seats }: Couple): Promise<void> {
  const asked = { guideId: "standard", mode: "written", commandId: commandIdSchema.parse(randomUUID()) } as const;
  const { checkInId } = must(await openCheckIn(seats.A, asked));
  let forStep = 0;
  const send = async (seat: Seat, command: Command, commandId = commandIdSchema.parse(randomUUID())) => {
    const ran = must(await run(seats[seat], checkInId, { commandId, forStep, command }));
    forStep = ran.state.step;
  };
  const say = async (seat: Seat, type: "write" | "share" | "reflect" | "empathise" | "ask", line: Line) => {
    const commandId = commandIdSchema.parse(randomUUID());
    await send(seat, { type, words: await sealLine(key, seats[seat], checkInId, commandId, line) }, commandId);
  };
  const both = async (command: Command) => {
    await send("A", command);
    await send("B", command);
  };
  const turn = async (speaker: Seat, listener: Seat, said: { piece: Line; heard: string; sense: string }) => {
    await say(speaker, "share", said.piece);
    await send(listener, { type: "listened" });
    await say(listener, "reflect", text("reflection", said.heard));
    await send(speaker, { type: "confirm", answer: "yes", words: null });
    await send(speaker, { type: "shareDone" });
    await say(listener, "empathise", text("empathy", said.sense));
    await send(speaker, { type: "thank" });
  };

  for (let gather = 0; gather < 3; gather++) await both({ type: "ready" });
  await both({ type: "pick", option: "A" });
  await say("A", "write", text("appreciation", "You left the light on in the hall when I came home late."));
  await say("B", "write", text("appreciation", "You laughed at my joke about the kettle. I had missed that."));
  await both({ type: "readOn" });
  await turn("A", "B", {
    piece: piece({
      feelings: [
        { word: "lonely", strength: "clearly" },
        { word: "wistful", strength: "touch" },
      ],
      about: ["time-together"],
      moment: "When we both sat with our phones on Sunday evening.",
      need: "closeness",
      opening: "Would you be willing to hear this and tell me what you heard?",
    }),
    heard: "So when we sat there, each with a screen, you felt lonely and a little wistful. You long to be near.",
    sense: "It makes sense to me, because Sunday is the only evening that is ours.",
  });
  await both({ type: "ready" });
  await turn("B", "A", {
    piece: piece({
      feelings: [{ word: "stretched", strength: "very" }],
      about: ["work"],
      moment: "When the week ran into the weekend.",
      need: "rest",
      opening: "Would you be willing to hear this and tell me what you heard?",
    }),
    heard: "What matters to you here is rest. You have been carrying the week with you.",
    sense: "I imagine it felt as if nothing was ever put down.",
  });
  await say("A", "ask", text("request", "This week, would you be willing to walk to the river with me once?"));
  await send("B", { type: "answer", answer: "yes", words: null });
  await both({ type: "settle", keep: true });
  await send("B", { type: "pass" });
  await say("A", "write", close("Thank you for asking twice.", "lighter"));
  await say("B", "write", close("Thank you for not hurrying me.", "settled"));
  await both({ type: "readOn" });
}

async function sealLine(
  key: CryptoKey,
  { coupleId, seat }: Partnership,
  checkInId: CheckInId,
  commandId: z.infer<typeof commandIdSchema>,
  { kind, schema, value }: Line,
) {
  return must(await seal(key, { coupleId, checkInId, kind, authorSeat: seat, commandId }, value, schema));
}

function must<T, R extends string>(answer: Result<T, R>): T {
  if (!answer.ok) throw new Error(`the seed was refused: ${answer.refusal}`);
  return answer.value;
}
