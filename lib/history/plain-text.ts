/** As somebody types it who looks for it: case, accents and the kind of blank do not matter. */
export const plainText = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();

/** The words that have to be there, in whatever order. */
export const termsOf = (text: string): string[] => {
  const plain = plainText(text);
  return plain === "" ? [] : [...new Set(plain.split(" "))];
};
