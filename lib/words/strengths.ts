/** How strongly a picked feeling is there. Three are enough to say, and few enough not to weigh. */
export const strengths = [
  { id: "touch", word: "a touch" },
  { id: "clearly", word: "clearly" },
  { id: "very", word: "very" },
] as const;
export type StrengthId = (typeof strengths)[number]["id"];
