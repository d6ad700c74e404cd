"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { LiveRegion, useAnnounce } from "@/components/ui/live-region";
import { Notice } from "@/components/ui/notice";

/** A way back from what has just happened. */
export type WayBack = { label: string; go(): void };
type Said = { words: string; back: WayBack | null };

const Tell = createContext<(words: string, back?: WayBack) => void>(() => undefined);

/** Says what has just happened: on the page, and politely to screen readers. */
export const useTell = () => useContext(Tell);

/** Around a page whose parts come and go by what is pressed in them: what happened is said here, and outlives the part. */
export function Told({ children }: { children: ReactNode }) {
  return (
    <LiveRegion>
      <ToldHere>{children}</ToldHere>
    </LiveRegion>
  );
}

function ToldHere({ children }: { children: ReactNode }) {
  const announce = useAnnounce();
  const place = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const tell = useCallback(
    (words: string, back?: WayBack) => {
      setSaid({ words, back: back ?? null });
      announce(words);
    },
    [announce],
  );
  // The button that was pressed may be gone with its card; the keyboard then goes on from here and not from the page's top.
  useEffect(() => {
    if (said === null) return;
    place.current?.scrollIntoView?.({ block: "nearest" });
    if (document.activeElement === null || document.activeElement === document.body) place.current?.focus();
  }, [said]);
  return (
    <Tell value={tell}>
      {said && (
        <div ref={place} tabIndex={-1} className="scroll-mt-4 rounded-card">
          <Notice quiet tone="success">
            <p>{said.words}</p>
            {said.back && (
              <Button tone="quiet" className="-ml-4" onClick={said.back.go}>
                {said.back.label}
              </Button>
            )}
          </Notice>
        </div>
      )}
      {children}
    </Tell>
  );
}
