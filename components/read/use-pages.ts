import { useCallback, useEffect, useState } from "react";

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

type Turned = {
  page: number;
  /** `byHand`: somebody turned here; `led`: the page that another one holds. Null before the first turn. */
  how: "byHand" | "led" | null;
  /** Whoever reads on from its top has the focus there. */
  focus: boolean;
};

/** Which page is shown, turned by buttons, by the arrow keys, and by whoever is followed (`goTo`). */
export const usePages = (count: number) => {
  const [{ page, how, focus }, setPage] = useState<Turned>({ page: 0, how: null, focus: false });
  // A page may go while it is read: the last agreement that was let go elsewhere.
  const shown = Math.max(0, Math.min(page, count - 1));
  const turn = useCallback(
    (step: number) =>
      setPage((before) => {
        const next = Math.max(0, Math.min(before.page + step, count - 1));
        return next === before.page ? before : { page: next, how: "byHand", focus: true };
      }),
    [count],
  );
  const goTo = useCallback((next: number, takeFocus: boolean) => {
    setPage((before) => (next === before.page ? before : { page: next, how: "led", focus: takeFocus }));
  }, []);

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const step = steps[event.key];
      if (step === undefined || event.defaultPrevented || belongsElsewhere(event)) return;
      turn(step);
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [turn]);

  return { shown, how, focus, turn, goTo };
};

/** With a modifier the arrows are the browser's, in a field they are the writer's, in a sheet the sheet's. */
const belongsElsewhere = ({ altKey, ctrlKey, metaKey, shiftKey, target }: KeyboardEvent): boolean =>
  altKey ||
  ctrlKey ||
  metaKey ||
  shiftKey ||
  (target instanceof Element && target.closest("input, textarea, dialog") !== null);
