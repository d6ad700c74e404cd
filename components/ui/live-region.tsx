"use client";

import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

type Said = { words: string; turn: number };

const Announce = createContext<(words: string) => void>(() => undefined);

/** Says something politely to screen readers: `const announce = useAnnounce(); announce(t("yourTurn"))`. */
export const useAnnounce = () => useContext(Announce);

/** The place announcements come out of: one around the part of a page that changes by itself. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<Said>({ words: "", turn: 0 });
  const announce = useCallback((words: string) => setSaid(({ turn }) => ({ words, turn: turn + 1 })), []);
  // Two boxes take turns, because the same words twice in one box are no change and would not be spoken again.
  const first = said.turn % 2 === 0;
  return (
    <Announce value={announce}>
      {children}
      <div className="sr-only">
        <div aria-live="polite" data-testid="announced">
          {first ? said.words : ""}
        </div>
        <div aria-live="polite" data-testid="announced">
          {first ? "" : said.words}
        </div>
      </div>
    </Announce>
  );
}
