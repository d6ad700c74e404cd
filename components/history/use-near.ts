import { type RefObject, useEffect, useLayoutEffect, useState } from "react";

/** About one screen and a half, so that nobody scrolls faster than lines are drawn. */
const margin = "1500px 0px";
/** About what a line and the gap after it take, in pixels, for those that nobody has seen yet. */
const lineHeight = 94;
const gap = 8;

/** What parts took when they were drawn, for as long as the tab lives: whoever comes back finds each where it was. */
const heights = new Map<string, number>();
const keyAt = (name: string, count: number) => `${name}/${count}/${window.innerWidth}`;

/**
 * Whether a part of a long list is near what is seen. One that is not keeps its place by its height alone, so that thousands of
 * lines cost no more than those around the screen. What has the focus stays drawn.
 *
 * @param name of this part, in this list alone
 * @param count its children, when it is drawn
 * @param atFirst whether it is drawn before anybody has looked where it is; what a server sends has to be
 */
export const useNear = (
  ref: RefObject<HTMLElement | null>,
  { name, count, atFirst }: { name: string; count: number; atFirst: boolean },
): boolean => {
  const [isNear, setNear] = useState(atFirst || typeof IntersectionObserver === "undefined");

  useEffect(() => {
    const part = ref.current;
    if (!part || typeof IntersectionObserver === "undefined") return;
    const watch = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1);
        // Without a height it is out of sight with all of the list, and comes back as it was.
        if (!last || last.boundingClientRect.height === 0) return;
        if (last.isIntersecting) return setNear(true);
        if (part.contains(document.activeElement)) return;
        if (part.childElementCount === count) heights.set(keyAt(name, count), last.boundingClientRect.height);
        setNear(false);
      },
      { rootMargin: margin },
    );
    watch.observe(part);
    return () => watch.disconnect();
  }, [ref, name, count]);

  // By script and not as an attribute of the page that the server sends, which the policy would not let through.
  useLayoutEffect(() => {
    const part = ref.current;
    if (!part) return;
    const key = keyAt(name, count);
    // Nothing is measured here: while some parts are empty already and have no height yet, asking for a layout would make the
    // page short for a moment, and whoever is far down would be thrown up.
    part.style.blockSize = isNear ? "" : `${heights.get(key) ?? count * lineHeight - gap}px`;
  }, [ref, name, count, isNear]);

  return isNear;
};
