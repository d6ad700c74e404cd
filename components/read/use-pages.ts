import { useCallback, useEffect, useState } from "react";

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Which page is shown, turned by buttons and by the arrow keys. `wasTurned`: somebody did. */
export const usePages = (count: number) => {
  const [{ page, wasTurned }, setPage] = useState({ page: 0, wasTurned: false });
  // A page may go while it is read: the last agreement that was let go elsewhere.
  const shown = Math.max(0, Math.min(page, count - 1));
  const turn = useCallback(
    (step: number) =>
      setPage((before) => {
        const next = Math.max(0, Math.min(before.page + step, count - 1));
        return next === before.page ? before : { page: next, wasTurned: true };
      }),
    [count],
  );

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const step = steps[event.key];
      if (step === undefined || event.defaultPrevented || belongsElsewhere(event)) return;
      turn(step);
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [turn]);

  return { shown, wasTurned, turn };
};

/** With a modifier the arrows are the browser's, in a field they are the writer's. */
const belongsElsewhere = ({ altKey, ctrlKey, metaKey, shiftKey, target }: KeyboardEvent): boolean =>
  altKey || ctrlKey || metaKey || shiftKey || (target instanceof Element && target.closest("input, textarea") !== null);
