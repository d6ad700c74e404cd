import { sealedOf } from "@/lib/check-in/test-kit";
import { act, actToFirstTurn, addCheckIn, readLog, type TestCheckIn } from "@/server/check-ins/test-kit";
import { prisma } from "@/server/database/client";

/** A check-in in which both wrote: A a piece, B a reflection; and that has ended, unless said otherwise. */
export async function addBothWrote({ ends = true } = {}): Promise<TestCheckIn> {
  const table = await addCheckIn();
  await actToFirstTurn(table);
  await act(table.a, table.checkInId, { type: "share", words: sealedOf(`piece-a-${table.checkInId}`) });
  await act(table.b, table.checkInId, { type: "listened" });
  await act(table.b, table.checkInId, { type: "reflect", words: sealedOf(`reflection-b-${table.checkInId}`) });
  if (ends) await act(table.b, table.checkInId, { type: "endKindly", words: sealedOf(`ending-b-${table.checkInId}`) });
  return table;
}

/** Whose words are still in any table, by what `addBothWrote` wrote. */
export async function storedWords({ checkInId }: Pick<TestCheckIn, "checkInId">): Promise<("a" | "b")[]> {
  const stored = await everything();
  const found: ("a" | "b")[] = [];
  if (stored.includes(`cpiece-a-${checkInId}`)) found.push("a");
  if (stored.includes(`creflection-b-${checkInId}`) || stored.includes(`cending-b-${checkInId}`)) found.push("b");
  return found;
}

/** Which of these marks stand in any table, the jobs' own too. */
export async function listStored(marks: readonly string[]): Promise<string[]> {
  const stored = await everything();
  return marks.filter((mark) => stored.includes(mark));
}

async function everything(): Promise<string> {
  const tables = await prisma().$queryRaw<{ schema: string; name: string }[]>`
    SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
    WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`;
  const texts = await Promise.all(
    tables.map(({ schema, name }) =>
      prisma().$queryRawUnsafe<unknown[]>(`SELECT '${name}' AS name, t::text AS row FROM "${schema}"."${name}" t`),
    ),
  );
  return JSON.stringify(texts.flat());
}

export async function commandOf({ a, checkInId }: TestCheckIn, type: string) {
  const found = (await readLog(a, checkInId)).find((event) => event.type === type);
  if (!found) throw new Error(`nobody ${type}`);
  return found.commandId;
}
