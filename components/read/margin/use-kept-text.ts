import { useCallback, useEffect, useRef, useState } from "react";
import { useMargin } from "./margin";

/** A field that survives a reload and a refusal, on this device alone. `null` until it is known whether something was kept. */
export const useKeptText = (place: string) => {
  const drafts = useMargin()?.drafts;
  const [text, setText] = useState<string | null>(null);
  const touched = useRef(false);

  useEffect(() => {
    let gone = false;
    void drafts?.read(place).then((kept) => {
      if (!gone && !touched.current) setText(typeof kept === "string" ? kept : "");
    });
    return () => {
      gone = true;
    };
  }, [drafts, place]);

  const change = useCallback(
    (next: string) => {
      touched.current = true;
      setText(next);
      void (next === "" ? drafts?.drop(place) : drafts?.keep(place, next));
    },
    [drafts, place],
  );
  return [text, change] as const;
};
