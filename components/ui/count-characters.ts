/** Characters as people count them on the wire: code points, so one emoji without a joiner is one and not two. */
export const countCharacters = (words: string): number => [...words].length;
