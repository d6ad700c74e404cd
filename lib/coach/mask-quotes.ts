const closerOf: Readonly<Record<string, string>> = {
  '"': '"',
  "“": "”",
  "„": "“",
  "«": "»",
  "‹": "›",
  "‘": "’",
  "'": "'",
  "「": "」",
};

const isLetter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Single quotes are also apostrophes: they only open before a word, and only close after one. */
function isCloser(text: string, at: number): boolean {
  const character = text[at];
  if (character !== "'" && character !== "’") return true;
  return !isLetter(text[at + 1]) && text[at - 1] !== " ";
}

const isOpener = (text: string, at: number) => text[at] !== "'" || (!isLetter(text[at - 1]) && isLetter(text[at + 1]));

/**
 * Blanks what stands in quotation marks, since words that a partner repeats are not their own. The length stays, so
 * places in the masked text are places in the text. A quote that never closes is left alone. Linear in the length:
 * closers are looked up from the right once, so a wall of openers costs no more than a wall of letters.
 */
export function maskQuotes(text: string): string {
  const lastCloser = new Map<string, number>();
  const nextCloser: Int32Array = new Int32Array(text.length);
  for (let at = text.length - 1; at >= 0; at--) {
    const closer = closerOf[text.charAt(at)];
    nextCloser[at] = closer === undefined ? -1 : (lastCloser.get(closer) ?? -1);
    if (isCloser(text, at)) lastCloser.set(text.charAt(at), at);
  }
  let masked = "";
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const end = nextCloser[at] ?? -1;
    if (end === -1 || !isOpener(text, at)) continue;
    masked += text.slice(from, at) + " ".repeat(end - at + 1);
    from = end + 1;
    at = end;
  }
  return masked + text.slice(from);
}
