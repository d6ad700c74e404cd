import type { RuleId } from "@/lib/coach/hint";
import type { NeedId } from "@/lib/words/needs";

/** Every word the coach says, by key. `{part}`, `{want}`, `{topic}`, `{feelings}` and `{last}` are filled in. */
export const questions: Record<RuleId, string> = {
  mindReading: "From outside we can only guess. What is it like inside you?",
  label: "What happened, the way a camera would have seen it?",
  blameWord: "“{part}” tells what the other did. Is one of these underneath it?",
  absolute: "“{part}” is a big word. Is there one time that you have in mind?",
  demand: "How could you ask so that no is a possible answer?",
  feelThat: "That may be a thought. Which feeling is beside it?",
  topics: "There is more than one thing here. Which one matters most today?",
  shouting: "This comes out loud. Shall we take one slow breath and start softer?",
  youOpening: "How would it sound if it began with you, with “I”?",
};

export const starters = {
  feel: "I feel {feelings}",
  want: "I want {want}",
  miss: "I miss you",
  lately: "I'm feeling {feelings} lately",
  blank: "I feel … and I want …",
  when: "When …, {said}",
  oneThing: "Today I'd like to stay with one thing: {topic}",
  talk: "Would now be a good time to talk for a few minutes?",
  willing: "Would you be willing to …?",
  wantThenWilling: "I want {want}. Would you be willing to …?",
  and: "{all} and {last}",
  strength: { touch: "a touch {feeling}", clearly: "{feeling}", very: "very {feeling}" },
};

/** Each need as it completes "I want …". */
export const wants: Record<NeedId, string> = {
  closeness: "to feel closer",
  comfort: "some comfort",
  "to-matter": "to matter to you",
  "to-be-heard": "to be heard",
  "to-be-understood": "to be understood",
  appreciation: "to feel appreciated",
  affection: "some affection",
  "time-together": "time together",
  support: "some support",
  "shared-load": "to share the load",
  teamwork: "us to be a team",
  honesty: "honesty between us",
  trust: "trust between us",
  safety: "to feel safe",
  patience: "some patience",
  space: "some space",
  rest: "some rest",
  choice: "to have a choice",
  play: "to play together",
  repair: "to mend this with you",
};

/** Puts values into `{name}` places; a place without a value stays as it is written. */
export const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? place) : place,
  );
