/** "What is it about?" One topic for a piece. The id is what a check-in keeps: never rename one. */
export const topics = [
  { id: "time-together", word: "time together" },
  { id: "closeness", word: "closeness" },
  { id: "touch-and-sex", word: "touch and sex" },
  { id: "chores", word: "chores" },
  { id: "money", word: "money" },
  { id: "family", word: "family" },
  { id: "children", word: "children" },
  { id: "friends", word: "friends" },
  { id: "work", word: "work" },
  { id: "health", word: "health" },
  { id: "trust", word: "trust" },
  { id: "plans", word: "plans" },
  { id: "small-moment", word: "a small moment" },
  { id: "not-us", word: "not us at all" },
] as const;
export type TopicId = (typeof topics)[number]["id"];
export type Topic = { id: TopicId; word: string };

const byId = new Map<string, Topic>(topics.map((topic) => [topic.id, topic]));

export const findTopic = (id: string): Topic | null => byId.get(id) ?? null;
