import { expect, test } from "vitest";
import { blameWords } from "@/lib/words/blame-words";
import { feelings, findFeeling } from "@/lib/words/feelings";
import { quadrants } from "@/lib/words/field";
import { findNeed, needs } from "@/lib/words/needs";
import { strengths } from "@/lib/words/strengths";
import { findTopic, topics } from "@/lib/words/topics";

const agreedBlameWords = `ignored→lonely, hurt·to matter; abandoned→scared, lonely·closeness; rejected→hurt, scared·closeness;
criticised→hurt, ashamed·patience; controlled→frustrated, anxious·choice; used→hurt, resentful·shared load;
attacked→scared, angry·safety; unappreciated→sad, tired·appreciation; blamed→guilty, hurt·to be understood;
betrayed→heartbroken, furious·trust; disrespected→angry, hurt·to matter; judged→ashamed, nervous·to be understood;
manipulated→unsure, nervous·honesty; neglected→lonely, sad·time together; pressured→overwhelmed, stretched·space;
misunderstood→frustrated, lonely·to be understood; unloved→desolate, scared·comfort; unwanted→hurt, lonely·affection;
smothered→overwhelmed·space; invisible→lonely, sad·to matter`;

test("the blame-words are the agreed ones, and every target is in the lists", () => {
  const written = blameWords.map((blameWord) => {
    const beneath = blameWord.feelings.map((id) => findFeeling(id)?.word ?? `no feeling ${id}`);
    return `${blameWord.word}→${beneath.join(", ")}·${findNeed(blameWord.need)?.word ?? `no need ${blameWord.need}`}`;
  });
  expect(written).toEqual(agreedBlameWords.split(";").map((entry) => entry.trim()));
});

test("no blame-word is offered as a feeling", () => {
  const words = new Set(feelings.map((feeling) => feeling.word));
  for (const { word } of blameWords) expect(words.has(word), word).toBe(false);
});

test("the needs are the agreed twenty, each with one line of its own", () => {
  expect(needs.map((need) => need.word).join(", ")).toBe(
    "closeness, comfort, to matter, to be heard, to be understood, appreciation, affection, time together, support, " +
      "shared load, teamwork, honesty, trust, safety, patience, space, rest, choice, play, repair",
  );
  for (const need of needs) {
    expect(need.definition, need.id).toMatch(/^[A-Z][^\n]{8,70}\.$/);
    expect(findNeed(need.id)).toBe(need);
  }
  expect(findNeed("valueOf")).toBeNull();
});

test("the topics are the agreed ones", () => {
  expect(topics.map((topic) => topic.word).join(", ")).toBe(
    "time together, closeness, touch and sex, chores, money, family, children, friends, work, health, trust, plans, " +
      "a small moment, not us at all",
  );
  for (const topic of topics) expect(findTopic(topic.id)).toBe(topic);
  expect(findTopic("weather")).toBeNull();
});

test("the strengths are a touch, clearly, very", () => {
  expect(strengths.map((strength) => strength.word)).toEqual(["a touch", "clearly", "very"]);
});

test("every word keeps the voice: nothing loud, nothing that instructs, nothing that asks for reasons", () => {
  const said = [...feelings, ...needs, ...quadrants].flatMap(({ word, definition }) => [word, definition]);
  for (const line of said) expect(line).not.toMatch(/!|\b(should|must|why|failed|missed|rejected|ignored)\b/i);
});
