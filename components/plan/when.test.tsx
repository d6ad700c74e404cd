import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderWithWords } from "@/components/ui/test-kit";
import { lobbyOf } from "@/lib/plan/lobby";
import { Agenda } from "./agenda";
import { hourMs, minuteMs, pair, plannedAt, sunday } from "./test-kit";
import { When } from "./when";

test("a time is told by one's own clock, and by both where they differ", () => {
  renderWithWords(<When at={sunday} pair={pair} />);
  expect(screen.getByText("Sunday, November 29 at 19:30")).toBeTruthy();
  expect(screen.getByText("13:30 for Sam · 19:30 for you")).toBeTruthy();
});

test("nobody is told two times where the clocks agree, whatever the zones are called", () => {
  renderWithWords(<When at={sunday} pair={{ ...pair, theirZone: "Europe/Paris" }} />);
  expect(screen.queryByText(/for you/)).toBeNull();
});

test("the day is told with the time where it is another day there", () => {
  renderWithWords(<When at={sunday} pair={{ ...pair, theirZone: "Asia/Tokyo" }} />);
  expect(screen.getByText("Monday 03:30 for Sam · Sunday 19:30 for you")).toBeTruthy();
});

test("a lobby opens ten minutes before, may be entered early on its day, and is late after a few minutes", () => {
  const at = (ms: number) => lobbyOf(sunday, sunday + ms);
  expect(at(-25 * hourMs)).toBe("later");
  expect(at(-24 * hourMs)).toBe("early");
  expect(at(-10 * minuteMs - 1)).toBe("early");
  expect(at(-10 * minuteMs)).toBe("open");
  expect(at(5 * minuteMs - 1)).toBe("open");
  expect(at(5 * minuteMs)).toBe("late");
});

const never = async () => ({ ok: true, value: { sequence: 1 } }) as const;
const agenda = (zone: string, theirZone: string, shift: number) =>
  renderWithWords(
    <Agenda
      upcoming={[
        plannedAt(Date.UTC(2027, 2, 21, 18, 30)),
        plannedAt(Date.UTC(2027, 2, 28, 17, 30), { clockShiftMinutes: shift }),
      ]}
      pair={{ ...pair, zone, theirZone }}
      move={never}
      skip={never}
      moveFollowing={null}
    />,
  );

test("a clock change is said to the one whose clock it is: the hour stays", () => {
  agenda("Europe/Berlin", "Africa/Johannesburg", 60);
  expect(screen.getByText("Your clocks go forward before this one. It stays at 19:30.")).toBeTruthy();
});

test("and to the other, for whom the hour is another", () => {
  agenda("Africa/Johannesburg", "Europe/Berlin", 0);
  expect(screen.getByText("The clocks change for Sam before this one. It is at 19:30 for you this time.")).toBeTruthy();
});

test("of many planned ones the next five are there at once, and the others for whoever asks", () => {
  const upcoming = Array.from({ length: 8 }, (_, week) => plannedAt(sunday + week * 7 * 24 * hourMs));
  renderWithWords(<Agenda {...{ upcoming, pair }} move={never} skip={never} moveFollowing={null} />);
  const later = screen.getByText("3 later ones").closest("details");
  expect(screen.getAllByRole("button", { name: /^Move: / })).toHaveLength(8);
  expect(later?.open).toBe(false);
  expect(later?.querySelectorAll("li")).toHaveLength(3);
});
