import fc from "fast-check";
import { listGuides } from "@/lib/guides/find-guide";
import type { ChooseStage, GatherStage, Guide, RequestStage, RevealStage, Stage, TurnStage } from "@/lib/guides/guide";

const say = { act: "act", wait: "wait" };
const base = (id: string) => ({ id, title: id, softSeconds: 60 });
const gatherOf = (id: string): GatherStage => ({ ...base(id), kind: "gather", words: { gather: say } });
const orderOf = (id: string): ChooseStage => ({ ...base(id), kind: "choose", options: "order", words: { pick: say } });
const topicOf = (id: string): ChooseStage => ({
  ...orderOf(id),
  options: [
    { id: "one", label: "One" },
    { id: "two", label: "Two" },
  ],
});
const revealOf = (id: string): RevealStage => ({
  ...base(id),
  kind: "reveal",
  asks: "appreciation",
  words: { write: say, read: say },
});
const turnOf =
  (speaker: "first" | "second") =>
  (id: string): TurnStage => ({
    ...base(id),
    kind: "turn",
    speaker,
    parts: { feelings: "", moment: "", need: "", opening: "" },
    words: {
      compose: say,
      listen: say,
      reflect: say,
      confirm: say,
      ladder: say,
      breathe: say,
      more: say,
      empathise: say,
      thank: say,
    },
  });
const requestOf =
  (asker: "first" | "second") =>
  (id: string): RequestStage => ({
    ...base(id),
    kind: "request",
    asker,
    words: { ask: say, answer: say, settle: say },
  });

const stageMakers: ((id: string) => Stage)[] = [
  gatherOf,
  orderOf,
  topicOf,
  revealOf,
  turnOf("first"),
  turnOf("second"),
  requestOf("first"),
  requestOf("second"),
];

/** Any guide of one to six stages, in any order: the rules hold for conversations that nobody has written yet. */
const madeUpGuide: fc.Arbitrary<Guide> = fc
  .array(fc.constantFrom(...stageMakers), { minLength: 1, maxLength: 6 })
  .map((makers) => ({
    id: "any",
    version: 1,
    title: "Any",
    about: "",
    minutes: [1, 2] as const,
    stages: makers.map((make, index) => make(`stage-${index}`)),
  }));

/** A guide to play, one that is on offer or a made-up one, and how many of its stages are behind the two when the play begins. */
export const anyBeginning: fc.Arbitrary<{ guide: Guide; behind: number }> = fc.oneof(
  { weight: 2, arbitrary: madeUpGuide.map((guide) => ({ guide, behind: 0 })) },
  {
    weight: 1,
    // As deep as it goes: random moves alone would hardly leave the first stages of an hour.
    arbitrary: fc
      .constantFrom(...listGuides())
      .chain((guide) => fc.nat(guide.stages.length - 1).map((behind) => ({ guide, behind }))),
  },
);
