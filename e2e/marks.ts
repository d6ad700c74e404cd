/**
 * Every form in which a word could lie about in bytes: UTF-8, UTF-16 of both orders, JSON's and a URL's escapes, and base64 and
 * base64url of the first three at each of the three places in a group where they may begin.
 */
export function formsOf(word: string): Buffer[] {
  const wide = Buffer.from(word, "utf16le");
  const plain = [Buffer.from(word, "utf8"), wide, Buffer.from(wide).swap16()];
  const escaped = [
    encodeURIComponent(word),
    [...word].map((one) => (one > "~" ? `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}` : one)).join(""),
  ];
  const coded = plain.flatMap((bytes) => [0, 1, 2].flatMap((offset) => base64At(bytes, offset)));
  return [...plain, ...[...escaped, ...coded].map((text) => Buffer.from(text, "latin1"))];
}

/** What of the base64 of `bytes` does not depend on what stands before and after them. */
function base64At(bytes: Buffer, offset: number): string[] {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
  const sure = text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
  return [sure, sure.replaceAll("+", "-").replaceAll("/", "_")];
}

/** Where a word was found, in whatever form, among named heaps of bytes. */
export function findMarks(word: string, heaps: ReadonlyMap<string, Buffer>): string[] {
  const forms = formsOf(word);
  return [...heaps].filter(([, bytes]) => forms.some((form) => bytes.includes(form))).map(([name]) => name);
}
