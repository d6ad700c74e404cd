import { useState } from "react";

/** What somebody types over a kept value. Kept anew elsewhere, it follows, unless they have begun to type. */
export function useDraftOf(kept: string): [string, (typed: string) => void] {
  const [base, setBase] = useState(kept);
  const [typed, setTyped] = useState(kept);
  if (base !== kept) {
    setBase(kept);
    if (typed === base) setTyped(kept);
  }
  return [typed, setTyped];
}
