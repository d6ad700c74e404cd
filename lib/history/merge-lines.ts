import { isNewer } from "./is-newer";
import type { Line } from "./line";

/**
 * The lines at hand with a page that was just read in its place: what is new is in it, and what should lie within the page and
 * does not (it was let go meanwhile) is out. Both newest first, and so is what comes back.
 *
 * @param isFirst whether nothing is newer than the page
 * @param isLast whether nothing is older than the page
 */
export const mergeLines = (
  known: readonly Line[],
  page: readonly Line[],
  { isFirst, isLast }: { isFirst: boolean; isLast: boolean },
): Line[] => {
  const first = page[0];
  const last = page.at(-1);
  if (!first || !last) return isFirst && isLast ? [] : [...known];
  const newer = isFirst ? [] : known.filter((line) => isNewer(line, first));
  const older = isLast ? [] : known.filter((line) => isNewer(last, line));
  return [...newer, ...page, ...older];
};
