import { useCallback, useEffect, useState } from "react";

export type Loaded<T> =
  | { state: "opening" }
  | { state: "ready"; value: T }
  | { state: "unreachable"; again: () => void };

/**
 * What the page can stand without at first: `load` imports it, beside the page being drawn. It has to stay the same function. Where
 * the line is down that is a state with a way on, and not a page that broke.
 */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: "opening" });
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((before) => before + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks again
  useEffect(() => {
    let gone = false;
    setLoaded({ state: "opening" });
    load().then(
      (value) => {
        if (!gone) setLoaded({ state: "ready", value });
      },
      () => {
        if (!gone) setLoaded({ state: "unreachable", again });
      },
    );
    return () => {
      gone = true;
    };
  }, [load, again, turn]);

  return loaded;
}
