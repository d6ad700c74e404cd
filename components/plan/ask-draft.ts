import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { z } from "zod";
import { draftsOf } from "@/components/keys/drafts";
import type { CoupleId, Seat } from "@/lib/ids";

const timeSchema = z.object({
  key: z.string(),
  date: z.string(),
  time: z.string(),
  which: z.enum(["first", "second"]).optional(),
});

/** An asking as it stands on this device, before it is sent. */
const askDraftSchema = z.object({
  when: z.enum(["now", "times"]),
  times: z.array(timeSchema).min(1).max(3),
  guideId: z.string(),
  minutes: z.int(),
  text: z.string(),
});
export type AskDraft = z.infer<typeof askDraftSchema>;
export type AskTime = z.infer<typeof timeSchema>;

export type AskOwner = { coupleId: CoupleId; seat: Seat };

/** Where it is kept: an answer with other times is another asking than one's own. */
const placeOf = (counterOf: string | null) => (counterOf === null ? "proposal" : `proposal/${counterOf}`);

/**
 * The asking while it is written, kept sealed on this device until it was acknowledged. It takes up what was kept, unless
 * somebody was faster and already chose something.
 */
export const useAskDraft = (
  coupleKey: CryptoKey,
  { coupleId, seat }: AskOwner,
  counterOf: string | null,
  first: AskDraft,
) => {
  const drafts = useMemo(() => draftsOf(coupleKey, { coupleId, seat }), [coupleKey, coupleId, seat]);
  const place = placeOf(counterOf);
  const [draft, setDraft] = useState(first);
  const touched = useRef(false);

  useEffect(() => {
    let gone = false;
    void drafts.read(place).then((kept) => {
      const found = askDraftSchema.safeParse(kept);
      if (!gone && !touched.current && found.success) setDraft(found.data);
    });
    return () => {
      gone = true;
    };
  }, [drafts, place]);

  const change = useCallback(
    (part: Partial<AskDraft>) => {
      touched.current = true;
      const next = { ...draft, ...part };
      setDraft(next);
      void drafts.keep(place, next);
    },
    [draft, drafts, place],
  );
  const drop = useCallback(() => drafts.drop(place), [drafts, place]);
  return { draft, change, drop };
};
