import { createTable, type Table } from "@/components/check-in/demo/table";
import type { Move } from "@/components/check-in/move";
import { OpenerProvider } from "@/components/check-in/opener";
import { renderWithWords } from "@/components/ui/test-kit";
import { type CheckInRecord, recordFor } from "@/lib/check-in/record";
import { standard } from "@/lib/guides/standard";
import type { Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import { importCoupleKey, makeCoupleKey } from "@/lib/sealing/couple-key";
import { ReadLetter } from "./read-letter";

export const names = { A: "Mara", B: "Sam" } as const;

/** A check-in between two with real rules and real seals. `run` takes what must be accepted. */
export const openTable = async () => {
  const coupleKey = await importCoupleKey(makeCoupleKey());
  const table = createTable(coupleKey, standard);
  const run = async (seat: Seat, move: Move) => {
    const refusal = await table.run(seat, move);
    if (refusal) throw new Error(`${move.type} by ${seat} was refused: ${refusal}`);
  };
  const both = async (move: Move) => {
    await run("A", move);
    await run("B", move);
  };
  return { table, coupleKey, run, both };
};
type At = Awaited<ReturnType<typeof openTable>>;

export const toFirstTurn = async ({ run, both }: At) => {
  for (let gather = 0; gather < 3; gather++) await both({ type: "ready" });
  await both({ type: "pick", option: "A" });
  await run("A", { type: "write", words: { text: "You made tea." } });
  await run("B", { type: "pass" });
  await both({ type: "readOn" });
};

/** A turn with a reflection that did not stand before the one that did. */
export const aTurn = async ({ run }: At, speaker: Seat) => {
  const listener = otherSeat(speaker);
  await run(speaker, { type: "share", words: { feelings: [], moment: `A moment of ${names[speaker]}.` } });
  await run(listener, { type: "listened" });
  await run(listener, { type: "reflect", words: { text: "A first try." } });
  await run(speaker, { type: "confirm", answer: "notQuite", words: null });
  await run(listener, { type: "reflect", words: { text: `Back to ${names[speaker]}.` } });
  await run(speaker, { type: "confirm", answer: "yes", words: null });
  await run(speaker, { type: "shareDone" });
  await run(listener, { type: "empathise", words: { text: `Sense in ${names[speaker]}.` } });
  await run(speaker, { type: "thank" });
};

export const renderLetter = (table: Table, seat: Seat, change: Partial<CheckInRecord> = {}) =>
  renderWithWords(
    <OpenerProvider value={table.opener}>
      <ReadLetter record={{ ...recordFor(table.get(), seat), ...change }} names={names} />
    </OpenerProvider>,
  );
