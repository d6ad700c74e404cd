/**
 * Text as RFC 5545 (3.1, 3.3.11) lets it stand: no control characters but line breaks and tabs, no halves of characters, and none of the
 * line ends that only some programs know, at which those would cut a line in two.
 */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/\p{Cs}/gu, "\uFFFD");
}

/** For a parameter such as CN, which has one line and can hold no double quote in any way that all programs read. */
export function plainName(name: string): string {
  return plainText(name).replace(/\s+/g, " ").replaceAll('"', "'").replaceAll("\\", "/").trim();
}
