/**
 * Short hand for lists of sayings, so that they can be read: `#` is a word edge, `~` an ending (-s, -es, -ed, -ing), `<3>` up to
 * three words between, and `<name>` a word group. Every pattern begins at a word edge. Gaps are counted and words are
 * bounded, so that no text however hostile makes a search slow.
 */
export function pattern(saying: string, groups: Readonly<Record<string, string>>, flags?: string): RegExp {
  const source = saying
    .replace(/<(\d)>/g, (_, most: string) => `(?: [a-z0-9']{1,12}){0,${most}}`)
    .replace(/<(\w+)>/g, (group, name: string) => `(?:${groups[name] ?? group})`)
    .replaceAll("~", "(?:s|es|ed|ing)?")
    .replaceAll("#", "\\b");
  return new RegExp(`\\b(?:${source})`, flags);
}
