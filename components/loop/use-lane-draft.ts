import { useEffect, useMemo, useRef, useState } from "react";
import { z } from "zod";
import { draftsOf } from "@/components/keys/drafts";
import { useLoop } from "./loop-table";
import type { LaneWords } from "./use-lanes";

/** As long as it likes, since a draft is only ever its writer's. */
const draftSchema = z.object({
  trigger: z.string(),
  story: z.string(),
  surface: z.array(z.string()),
  doing: z.string(),
  tender: z.array(z.string()),
  longing: z.string(),
});
export type LaneDraft = z.infer<typeof draftSchema>;

const place = "loop/lane";
const draftOf = (saved: LaneWords | null): LaneDraft => ({
  trigger: saved?.trigger ?? "",
  story: saved?.story ?? "",
  surface: saved?.surface ?? [],
  doing: saved?.doing ?? "",
  tender: saved?.tender ?? [],
  longing: saved?.longing ?? "",
});

/** One's own lane while it is written: what was kept on this device, else what is saved. */
export const useLaneDraft = (saved: LaneWords | null) => {
  const { coupleKey, coupleId, seat } = useLoop();
  const drafts = useMemo(() => draftsOf(coupleKey, { coupleId, seat }), [coupleKey, coupleId, seat]);
  const [draft, setDraft] = useState(() => draftOf(saved));
  const latest = useRef(draft);
  const touched = useRef(false);

  useEffect(() => {
    let gone = false;
    void drafts.read(place).then((kept) => {
      const found = draftSchema.safeParse(kept);
      if (gone || touched.current || !found.success) return;
      latest.current = found.data;
      setDraft(found.data);
    });
    return () => {
      gone = true;
    };
  }, [drafts]);

  const change = (part: Partial<LaneDraft>) => {
    touched.current = true;
    latest.current = { ...latest.current, ...part };
    setDraft(latest.current);
    void drafts.keep(place, latest.current);
  };
  return { draft, change, drop: () => void drafts.drop(place) };
};
