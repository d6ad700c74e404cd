import { useEffect, useState } from "react";
import { type Opened, type Readable, useOpener } from "./opener";

/** A writing's words once they are open; null while they are not yet. */
export const useOpened = (writing: Readable): Opened | null => {
  const opener = useOpener();
  const [late, setLate] = useState<{ of: string; opened: Opened } | null>(null);
  const atOnce = opener?.peek(writing) ?? null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a writing is named by its command and never changes
  useEffect(() => {
    if (!opener || opener.peek(writing)) return;
    let gone = false;
    void opener.open(writing).then((opened) => {
      if (!gone) setLate({ of: writing.commandId, opened });
    });
    return () => {
      gone = true;
    };
  }, [opener, writing.commandId]);

  return atOnce ?? (late?.of === writing.commandId ? late.opened : null);
};
