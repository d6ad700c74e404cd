import { useCallback, useEffect, useRef, useState } from "react";
import { useRoomContext } from "./room";

/**
 * A field that survives a reload and a refusal. Starts with `empty` and takes up what was kept, unless somebody was faster
 * and already typed.
 * @param restore what was kept as a value of this field, or null where it is none
 */
export const useDraft = <T>(place: string, empty: T, restore: (kept: unknown) => T | null) => {
  const { drafts } = useRoomContext();
  const [value, setValue] = useState(empty);
  const touched = useRef(false);
  const how = useRef(restore);

  useEffect(() => {
    let gone = false;
    void drafts.read(place).then((kept) => {
      const found = gone || touched.current || kept === undefined ? null : how.current(kept);
      if (found !== null) setValue(found);
    });
    return () => {
      gone = true;
    };
  }, [drafts, place]);

  const change = useCallback(
    (next: T) => {
      touched.current = true;
      setValue(next);
      void drafts.keep(place, next);
    },
    [drafts, place],
  );
  return [value, change] as const;
};

const asText = (kept: unknown) => (typeof kept === "string" ? kept : null);
export const useTextDraft = (place: string) => useDraft(place, "", asText);
