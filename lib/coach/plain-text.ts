/**
 * Lower case, one space for any white space, straight apostrophes and quotes, no invisible characters: what every rule
 * reads, so that patterns stay short and no way of typing hides a sentence from the safety check.
 */
export const plainText = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/\bu\b/g, "you")
    .replace(/\bur\b/g, "your")
    .trim();
