import { useEffect, useState } from "react";
import type { SealedLine } from "@/lib/reading/marginalia";
import { contents } from "@/lib/sealing/contents";
import { open } from "@/lib/sealing/open";
import { useMargin } from "./margin";

export type OpenedLine = { state: "opening" } | { state: "open"; text: string } | { state: "shut" };

/** The words of a note or a caption. Whatever does not open says so beside all that does. */
export const useLine = (kind: "note" | "caption", { id, seat, words }: SealedLine): OpenedLine => {
  const margin = useMargin();
  const [opened, setOpened] = useState<{ of: string; line: OpenedLine } | null>(null);
  const of = `${id} ${words?.c ?? ""}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` says which words these are, however often the page is read again
  useEffect(() => {
    if (!margin) return;
    let gone = false;
    const { coupleKey, coupleId, checkInId } = margin;
    const context = { coupleId, checkInId, kind, authorSeat: seat, commandId: id };
    void open(coupleKey, context, words, contents[kind]).then((result) => {
      const text = result.ok ? result.value.text : undefined;
      if (!gone) setOpened({ of, line: text === undefined ? { state: "shut" } : { state: "open", text } });
    });
    return () => {
      gone = true;
    };
  }, [of, margin?.coupleKey]);

  return opened?.of === of ? opened.line : { state: "opening" };
};
