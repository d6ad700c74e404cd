import { expect, test } from "vitest";
import type { SealedCheckIn } from "@/lib/history/sealed-words";
import { nothingSought } from "@/lib/history/seek";
import { type FoundLine, type Looked, type LookOptions, lookThrough } from "./look-through";
import { openAll } from "./open-all";
import { broken, coupleId, coupleKey, lineOf, sealedOf } from "./test-kit";

const aCheckIn = (n: number, text: string) =>
  sealedOf(lineOf(n), [
    {
      seat: "A",
      kind: "piece",
      words: { feelings: [{ word: "warm", strength: "very" }], moment: text, about: ["chores"] },
    },
    { seat: "B", kind: "reflection", words: { text: `You said ${text}` } },
    { seat: "B", kind: "nearly", words: { text: "and more" } },
    { seat: "A", kind: "close", words: { thanks: "Thank you.", leaving: "light" } },
  ]);

/** Pages of two. */
const pagesOf =
  (all: readonly SealedCheckIn[]): LookOptions["fetchPage"] =>
  async (before) => {
    const from = before === null ? 0 : Number(before);
    const next = from + 2 < all.length ? String(from + 2) : null;
    return {
      ok: true,
      value: { checkIns: all.slice(from, from + 2), next, total: before === null ? all.length : null },
    };
  };
const look = async (text: string, change: Partial<LookOptions> & { all?: readonly SealedCheckIn[] } = {}) => {
  const reports: Looked[] = [];
  const end = await lookThrough({
    sought: { ...nothingSought, text },
    fetchPage: pagesOf(change.all ?? []),
    open: (checkIn) => openAll(coupleKey, coupleId, checkIn),
    report: (looked) => reports.push(looked),
    rest: async () => undefined,
    ...change,
  });
  const found: FoundLine[] = reports.flatMap((report) => report.found);
  const sum = (of: "looked" | "shut") => reports.reduce((total, report) => total + report[of], 0);
  return {
    end,
    found: found.map(({ line, snippet }) => [line.checkInId, snippet?.text]),
    looked: sum("looked"),
    shut: sum("shut"),
    total: reports[0]?.total,
  };
};

test("every page is looked through, newest first, and what fits is told with its place", async () => {
  const all = await Promise.all([0, 1, 2, 3, 4].map((n) => aCheckIn(n, n % 2 === 0 ? "the harbour" : "the garden")));
  expect(await look("harbour", { all })).toEqual({
    end: { how: "done" },
    found: [0, 2, 4].map((n) => [lineOf(n).checkInId, "the harbour"]),
    looked: 5,
    shut: 0,
    total: 5,
  });
});

test("one value that does not open, or a log that cannot be read, is counted and hides nothing else", async () => {
  const [first, second, third] = await Promise.all([0, 1, 2].map((n) => aCheckIn(n, "the harbour")));
  if (!first?.writings || !second || !third) throw new Error("no check-ins");
  const [piece, ...others] = first.writings;
  if (!piece) throw new Error("nothing was said");
  const all = [{ ...first, writings: [{ ...piece, words: broken }, ...others] }, { ...second, writings: null }, third];
  const { found, shut, end } = await look("harbour", { all });
  expect(found.map(([id]) => id)).toEqual([first.checkInId, third.checkInId]);
  expect([shut, end]).toEqual([2, { how: "done" }]);
});

test("a value that was moved here from another check-in does not open", async () => {
  const [mine, other] = [await aCheckIn(0, "the harbour"), await aCheckIn(1, "the garden")];
  const { found, shut } = await look("garden", { all: [{ ...mine, writings: other.writings }] });
  expect([found, shut]).toEqual([[], 1]);
});

test("words that were taken back are no fault: they are not there", async () => {
  const all = [
    {
      ...lineOf(0),
      writings: [{ seat: "A" as const, kind: "piece", commandId: lineOf(1).checkInId, words: { gone: "takenBack" } }],
    },
  ];
  expect(await look("harbour", { all })).toMatchObject({ found: [], shut: 0, end: { how: "done" } });
});

test("a page that does not come ends it by name, and what was found stays", async () => {
  const all = await Promise.all([0, 1, 2].map((n) => aCheckIn(n, "the harbour")));
  const pages = pagesOf(all);
  const fetchPage: LookOptions["fetchPage"] = async (before) =>
    before === null ? pages(before) : { ok: false, refusal: "offline" };
  const { end, found } = await look("harbour", { fetchPage });
  expect([end, found.length]).toEqual([{ how: "refused", refusal: "offline" }, 2]);
});

test("nothing is opened where only the list is asked", async () => {
  const all = [
    { ...lineOf(0), writings: null },
    { ...lineOf(1, { status: "endedEarly" }), writings: null },
  ];
  const open = async () => {
    throw new Error("opened");
  };
  const { found } = await look("", { all, open, sought: { ...nothingSought, endedEarly: true } });
  expect(found).toEqual([[lineOf(1).checkInId, undefined]]);
});
