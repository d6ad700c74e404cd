import { findGuide } from "@/lib/guides/find-guide";
import type { Seat } from "@/lib/ids";
import type { ViewMessage } from "@/lib/protocol";
import { createMemoryDrafts } from "./drafts";
import type { Room } from "./room";

const nothing = () => undefined;

/** A room to be looked at: what a page shows before its key and its line are there. */
export const stillRoom = ({ view }: ViewMessage, names: Readonly<Record<Seat, string>>): Room => {
  const guide = findGuide(view.guideId, view.guideVersion);
  if (!guide) throw new Error(`No guide ${view.guideId}@${view.guideVersion}`);
  return {
    view,
    guide,
    names,
    clockOffsetMs: 0,
    connection: "here",
    partner: { presence: "here", since: 0 },
    sending: null,
    refusal: null,
    forgetRefusal: nothing,
    send: nothing,
    drafts: createMemoryDrafts(),
    isDemo: false,
  };
};
