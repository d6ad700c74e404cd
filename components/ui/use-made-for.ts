import { useRef } from "react";

/**
 * What is made once for what is sent, its id above all: the same content again gets the very same, so that a press after an answer
 * that was lost is known as the first one. Other content gets its own.
 */
export const useMadeFor = <T>() => {
  const made = useRef<{ of: string; value: T } | null>(null);
  return {
    madeFor: (of: string, make: () => T): T => {
      if (made.current?.of !== of) made.current = { of, value: make() };
      return made.current.value;
    },
    /** From here on the same content is something new. */
    forget: (): void => {
      made.current = null;
    },
  };
};
