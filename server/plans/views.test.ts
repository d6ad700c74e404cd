import { describe, expect, it } from "vitest";
import { coupleIdSchema } from "@/lib/ids";
import { lobbyOf } from "@/lib/plan/lobby";
import { viewChange, viewProposal, viewUpcoming } from "@/server/plans/views";

const minute = 60_000;
const id = "0190a1b2-0000-7000-8000-000000000001";
const at = (text: string) => new Date(text);
const now = at("2027-03-01T12:00Z").getTime();

const rule = { every: "week", weekdays: [7], at: "19:30", from: "2027-01-03" };
const sunday = (startsAt: string, slot: string) => ({
  id,
  coupleId: id,
  proposalId: null,
  rhythmId: id,
  checkInId: null,
  guideId: "standard",
  minutes: 30,
  zone: "Europe/Berlin",
  startsAt: at(startsAt),
  slot: at(`${slot}T00:00Z`),
  status: "planned" as const,
  sequence: 0,
  createdAt: at("2027-01-01T00:00Z"),
  changedAt: at("2027-01-01T00:00Z"),
  rhythm: { rule, zone: "Europe/Berlin" },
});

const viewPlanned = (row: ReturnType<typeof sunday>, zone: string | null, at: number) => {
  const [view] = viewUpcoming([row], zone, at);
  if (view === undefined) throw new Error("not shown");
  return view;
};

describe("a planned check-in", () => {
  it("says how far this person's own clocks moved since the one before, and nothing for a week without a change", () => {
    const shift = (startsAt: string, slot: string, zone: string | null) =>
      viewPlanned(sunday(startsAt, slot), zone, now).clockShiftMinutes;
    // Berlin changes on the 28th of March, New York on the 14th.
    expect(shift("2027-03-28T17:30Z", "2027-03-28", "Europe/Berlin")).toBe(60);
    expect(shift("2027-03-28T17:30Z", "2027-03-28", null)).toBe(60);
    expect(shift("2027-03-28T17:30Z", "2027-03-28", "America/New_York")).toBe(0);
    expect(shift("2027-03-14T18:30Z", "2027-03-14", "America/New_York")).toBe(60);
    expect(shift("2027-03-14T18:30Z", "2027-03-14", "Europe/Berlin")).toBe(0);
    expect(shift("2027-03-28T17:30Z", "2027-03-28", "Asia/Kathmandu")).toBe(0);
    expect(shift("2027-04-04T17:30Z", "2027-04-04", "Europe/Berlin")).toBe(0);
  });

  it("is moved only where it lies elsewhere than its rhythm has it, and its own clocks are then not spoken of", () => {
    expect(viewPlanned(sunday("2027-03-28T17:30Z", "2027-03-28"), null, now)).toMatchObject({ moved: false });
    expect(viewPlanned(sunday("2027-03-29T17:30Z", "2027-03-28"), null, now)).toMatchObject({
      moved: true,
      clockShiftMinutes: 0,
      fromRhythm: true,
    });
    const once = { ...sunday("2027-03-29T17:30Z", "2027-03-28"), rhythmId: null, rhythm: null, slot: null };
    expect(viewUpcoming([once], null, now)[0]).toMatchObject({ moved: false, fromRhythm: false, clockShiftMinutes: 0 });
  });

  it("is told beside others of its rhythm as it is told alone", () => {
    const rows = [
      sunday("2027-03-21T18:30Z", "2027-03-21"),
      sunday("2027-03-29T17:30Z", "2027-03-28"),
      sunday("2027-04-04T17:30Z", "2027-04-04"),
    ];
    const together = viewUpcoming(rows, "Europe/Berlin", now);
    expect(together).toEqual(rows.map((row) => viewPlanned(row, "Europe/Berlin", now)));
    expect(together.map(({ moved }) => moved)).toEqual([false, true, false]);
  });

  it("opens its lobby ten minutes before, may be started early on its day, and is late only after a while", () => {
    const lobbies = [25 * 60, 24 * 60, 11, 10, 0, -4, -5, -50].map((left) => lobbyOf(now + left * minute, now));
    expect(lobbies).toEqual(["later", "early", "early", "open", "open", "open", "late", "late"]);
  });
});

describe("a proposal", () => {
  const row = {
    ...{
      id,
      coupleId: coupleIdSchema.parse(id),
      openCoupleId: id,
      seat: "A" as const,
      guideId: "standard",
      minutes: 30,
    },
    times: [at("2027-03-01T11:00Z"), at("2027-03-02T11:00Z")],
    zone: "Asia/Kathmandu",
    words: { no: "seal" },
    createdAt: at("2027-02-28T00:00Z"),
    lapsesAt: at("2027-03-02T11:00Z"),
    status: "open" as const,
    answeredAt: null,
    counterOf: null,
  };

  it("names whose it is and leaves out what has gone by, and words that are none", () => {
    expect(viewProposal(row, { seat: "B" }, now)).toMatchObject({
      mine: false,
      times: [at("2027-03-02T11:00Z").getTime()],
      words: null,
      isCounter: false,
    });
    expect(viewProposal(row, { seat: "A" }, now)?.mine).toBe(true);
  });

  it("is gone at its time, whether or not anybody has noted it", () => {
    expect(viewProposal(row, { seat: "B" }, row.lapsesAt.getTime())).toBeNull();
  });
});

describe("a change", () => {
  it("of a kind or shape that this version does not know is not shown", () => {
    const change = { id, coupleId: id, at: at("2027-03-01T00:00Z"), seat: null, kind: "lapsed", detail: { from: 5 } };
    expect(viewChange(change)).toEqual({
      id,
      at: change.at.getTime(),
      seat: null,
      kind: "lapsed",
      detail: { from: 5 },
    });
    expect(viewChange({ ...change, kind: "danced" })).toBeNull();
    expect(viewChange({ ...change, detail: { from: "words" } })).toBeNull();
  });
});
