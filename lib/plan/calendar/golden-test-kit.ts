import { feed } from "@/lib/plan/calendar/feed";
import { invitation } from "@/lib/plan/calendar/invitation";
import { oneOff } from "@/lib/plan/calendar/one-off";

/**
 * What each file in `golden/` was made of. All lies in 2024, so that no new law about clocks can change a zone's explanation: its clock
 * changes are history.
 */

const now = Date.parse("2024-02-20T09:15:30Z");
const people = {
  organizer: { name: "Heard", email: "heard@example.org" },
  attendee: { name: 'Mara "Moss" Lindqvist-Oyelaran of the two shores', email: "mara@example.org" },
};
const planned = { uid: "0198f5a2-4b1c-7000-8000-000000000001@heard", title: "Time for us", minutes: 30, now };

const wished = { ...planned, zone: "Europe/Berlin", sequence: 0, startsAt: Date.parse("2024-03-31T17:30Z") };
const moved = { ...wished, sequence: 1, startsAt: Date.parse("2024-04-01T18:00Z") };
const words = 'Tea, talk; and "us" \\ Tee und Zeit für uns beide – お茶とふたりの時間 👩‍❤️‍👩\nnothing to bring';

export const goldenCases = [
  { file: "request.ics", text: invitation({ ...wished, ...people, method: "REQUEST" }), instants: [wished.startsAt] },
  { file: "moved.ics", text: invitation({ ...moved, ...people, method: "REQUEST" }), instants: [moved.startsAt] },
  {
    file: "cancel.ics",
    text: invitation({ ...moved, ...people, sequence: 2, method: "CANCEL" }),
    instants: [moved.startsAt],
  },
  {
    file: "publish-in-words.ics",
    text: invitation({
      ...planned,
      ...people,
      method: "PUBLISH",
      sequence: 0,
      zone: "Asia/Kathmandu",
      startsAt: Date.parse("2024-03-31T14:00Z"),
      title: words,
      description: words,
      url: "https://heard.example/plan",
    }),
    instants: [Date.parse("2024-03-31T14:00Z")],
  },
  {
    // The second of the two 01:45 of that Sunday: its wall time would leave open which.
    file: "one-off-second-of-two.ics",
    text: oneOff({ ...planned, sequence: 0, zone: "Australia/Lord_Howe", startsAt: Date.parse("2024-04-06T15:15Z") }),
    instants: [Date.parse("2024-04-06T15:15Z")],
  },
  {
    file: "feed.ics",
    text: feed({
      name: "Us, and time",
      now,
      events: [
        {
          ...planned,
          uid: "1@heard",
          sequence: 0,
          zone: "America/New_York",
          startsAt: Date.parse("2024-03-10T06:30Z"),
        },
        {
          ...planned,
          uid: "2@heard",
          sequence: 0,
          zone: "America/New_York",
          startsAt: Date.parse("2024-03-10T07:00Z"),
        },
        {
          ...planned,
          uid: "3@heard",
          sequence: 3,
          zone: "America/St_Johns",
          startsAt: Date.parse("2024-11-03T05:30Z"),
        },
        {
          ...planned,
          uid: "4@heard",
          sequence: 4,
          zone: "America/St_Johns",
          startsAt: moved.startsAt,
          cancelled: true,
        },
        {
          ...planned,
          uid: "5@heard",
          sequence: 0,
          zone: "Australia/Lord_Howe",
          startsAt: Date.parse("2024-10-05T15:30Z"),
        },
        {
          ...planned,
          uid: "6@heard",
          sequence: 0,
          zone: "America/Mexico_City",
          startsAt: Date.parse("2024-07-07T01:30Z"),
        },
      ],
    }),
    instants: ["03-10T06:30", "03-10T07:00", "11-03T05:30", "10-05T15:30", "07-07T01:30"].map((each) =>
      Date.parse(`2024-${each}Z`),
    ),
  },
] as const;
