import { type FocusEvent, useEffect, useRef } from "react";

/**
 * Keeps the focus in a part of the page whose buttons come and go: when the one that had it is gone, it goes to the part's own
 * heading or frame (`tabIndex={-1}`), and not to the top of the page. Whoever is elsewhere is left there.
 *
 * @param shows changes whenever the part shows something else
 */
export const useKeptFocus = <H extends HTMLElement>(shows: unknown) => {
  const heading = useRef<H>(null);
  const hadFocus = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that it shows something else
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (hadFocus.current && isLost) heading.current?.focus();
  }, [shows]);

  return {
    heading,
    part: {
      onFocus: () => {
        hadFocus.current = true;
      },
      onBlur: ({ relatedTarget, currentTarget }: FocusEvent) => {
        // A button that is taken away says it goes to nowhere; somebody who moves on says where to.
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) hadFocus.current = false;
      },
    },
  };
};
