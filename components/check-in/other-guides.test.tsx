import { act, fireEvent, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { AgreementActions } from "@/components/agreements/use-agreement";
import type { ListedAgreement } from "@/lib/agreements/agreement";
import { recordFor } from "@/lib/check-in/record";
import { checkInIdOf, commandIdOf } from "@/lib/check-in/test-kit";
import { dailyFive } from "@/lib/guides/daily-five";
import { weekly } from "@/lib/guides/weekly";
import { coupleIdSchema, type Seat } from "@/lib/ids";
import { contents } from "@/lib/sealing/contents";
import { importCoupleKey, makeCoupleKey } from "@/lib/sealing/couple-key";
import { seal } from "@/lib/sealing/seal";
import { type StandingAgreements, StandingAgreementsProvider } from "./standing-agreements";
import { renderTable } from "./test-kit";

const keyHere = vi.hoisted(() => ({ state: "opening" }) as Record<string, unknown>);
vi.mock("@/components/auth/use-couple-key", () => ({ useCoupleKey: () => keyHere }));

type Table = Awaited<ReturnType<typeof renderTable>>;
type Device = Table["mara"];

const both = async ({ mara, sam }: Table, button: string) => {
  await mara.press(button);
  await sam.press(button);
};

/** Each writes, unseen until both have; then both read what both wrote. */
const bothWrite = async (table: Table, write: (one: Device, name: string) => Promise<string>) => {
  const { mara, sam } = table;
  const ofMara = await write(mara, "Mara");
  await mara.press("I'm done writing");
  expect(mara.heading()).toContain("Both open together.");
  expect(sam.screen.queryByText(ofMara)).toBeNull();
  const ofSam = await write(sam, "Sam");
  await sam.press("I'm done writing");
  expect(await sam.screen.findByText(ofMara)).toBeTruthy();
  expect(await mara.screen.findByText(ofSam)).toBeTruthy();
  await both(table, "Go on");
};
const line = (field: RegExp, words: string) => async (one: Device, name: string) => {
  await one.type(field, `${words} of ${name}`);
  return `${words} of ${name}`;
};

describe("the five minutes", () => {
  const toTheWeather = async () => {
    const table = await renderTable("written", { guide: dailyFive });
    await both(table, "I'm here");
    return table;
  };
  const ownFeeling = async (one: Device, word: string) => {
    const search = await one.screen.findByRole("searchbox", { name: /^Look for a word/ });
    await act(async () => fireEvent.change(search, { target: { value: word } }));
    await one.press(`Use “${word}” as my own word`);
  };

  test("are gone through by what the screens say, to the end", async () => {
    const table = await toTheWeather();
    const { mara, sam } = table;
    await bothWrite(table, async (one, name) => {
      await ownFeeling(one, `hazy ${name}`);
      return `hazy ${name}, clearly`;
    });
    await bothWrite(table, line(/^Today I'm glad of/, "The light"));
    expect(mara.screen.getByText("A hard topic? Park it for our weekly.")).toBeTruthy();
    await bothWrite(table, async (one, name) => {
      if (name === "Sam") {
        await one.press("Nothing, just know.");
        return "Nothing, just know.";
      }
      for (const need of ["closeness", "comfort", "closeness", "to be heard"]) await one.tick(need);
      return "comfort, to be heard";
    });
    expect(mara.heading()).toBe("One line back to Sam…");
    await bothWrite(table, line(/^One line back to/, "A line"));
    for (const one of [mara, sam]) {
      expect(one.heading()).toBe("That was your check-in.");
      expect(one.screen.queryByText(/You both had a turn/)).toBeNull();
    }
    expect(recordFor(table.table.get(), "A").title).toBe("Five minutes");
  }, 20_000);

  test("ask for the feeling and nothing beside it, and for one at least", async () => {
    const { mara } = await toTheWeather();
    await ownFeeling(mara, "cross");
    await mara.press("Take back cross");
    expect(mara.screen.queryByText(/softer/)).toBeNull();
    expect(mara.screen.queryByText(/about/)).toBeNull();
    await mara.press("I'm done writing");
    expect(mara.screen.getByRole("alert").textContent).toContain("One feeling or a few words first.");
    expect(mara.view().stage.id).toBe("weather");
  }, 20_000);
});

const coupleId = coupleIdSchema.parse("00000000-0000-4000-8000-00000000abcd");
const key = await importCoupleKey(makeCoupleKey());
beforeEach(() => Object.assign(keyHere, { state: "ready", key }));

const agreementOf = async (text: string): Promise<ListedAgreement> => {
  const [checkInId, commandId, at] = [checkInIdOf(7), commandIdOf(71), Date.UTC(2026, 0, 4)];
  const context = { coupleId, checkInId, kind: "request", authorSeat: "A", commandId } as const;
  const words = await seal(key, context, { text }, contents.request);
  if (!words.ok) throw new Error(words.refusal);
  return {
    id: commandId,
    checkInId,
    agreedAt: at,
    retiredAt: null,
    changed: null,
    offered: null,
    reviewed: null,
    request: { seat: "A", kind: "request", commandId, at, words: words.value },
    answer: { seat: "B", kind: "answer", commandId: commandIdOf(72), at, words: null },
  };
};

describe("the weekly", () => {
  const yes = async () => ({ ok: true, value: null }) as const;
  const reviewAgreement = vi.fn<AgreementActions["reviewAgreement"]>(yes);
  const actions = { reviewAgreement, offerChange: yes, acceptChange: yes, dropChange: yes, retireAgreement: yes };
  beforeEach(() => reviewAgreement.mockClear());

  const toTheAgreements = async (standing: readonly ListedAgreement[] | null) => {
    const of: StandingAgreements | null = standing && { standing, coupleId, actions };
    const around = (_: Seat, room: ReactNode) => (
      <StandingAgreementsProvider of={of}>{room}</StandingAgreementsProvider>
    );
    const table = await renderTable("written", { guide: weekly, around });
    await both(table, "I'm here");
    await both(table, "I'm ready");
    await both(table, "They sit right");
    await bothWrite(table, line(/^Three small things/, "Three"));
    await bothWrite(table, line(/^This week, what went well/, "Well"));
    return table;
  };
  const toTheEnd = async (table: Table) => {
    const { mara, sam } = table;
    await both(table, "I'm ready");
    await mara.pick("I would like to begin");
    await sam.pick("Either is fine");
    await both(table, "Choose");
    for (const speaker of [mara, sam]) {
      await speaker.press("Options");
      await speaker.press("Pass on this");
      if (speaker === mara) await both(table, "I'm ready");
    }
    await bothWrite(table, line(/^Where I can bend/, "A bend"));
    for (const asker of [mara, sam]) await asker.press("Nothing this time");
    await bothWrite(table, line(/^Thank you for/, "Thanks"));
    await waitFor(() => expect(mara.heading()).toBe("That was your check-in."));
  };

  test("shows what stands to both, and each answers for themselves", async () => {
    const table = await toTheAgreements([await agreementOf("A walk on Sunday?")]);
    const { mara, sam } = table;
    expect(await mara.screen.findByText("A walk on Sunday?")).toBeTruthy();
    expect(await sam.screen.findByText("A walk on Sunday?")).toBeTruthy();
    await mara.press("Kept");
    await sam.press("Partly");
    expect(reviewAgreement.mock.calls.map(([input]) => input)).toMatchObject([
      { agreementId: commandIdOf(71), answer: "kept" },
      { agreementId: commandIdOf(71), answer: "partly" },
    ]);
    expect(table.table.get().agreements).toEqual([]);
    await toTheEnd(table);
  }, 20_000);

  test.each([
    ["with none to look at", []],
    ["where nothing is known of agreements", null],
  ])(
    "%s says so and goes on",
    async (_, standing) => {
      const table = await toTheAgreements(standing);
      expect(await table.mara.screen.findByText("Nothing is agreed between you just now. You can go on.")).toBeTruthy();
      await both(table, "I'm ready");
      expect(table.mara.heading()).toBe("Who would like to go first?");
    },
    20_000,
  );
});
