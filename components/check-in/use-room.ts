import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { findGuide } from "@/lib/guides/find-guide";
import type { Guide } from "@/lib/guides/guide";
import type { CoupleId, Seat } from "@/lib/ids";
import type { ViewMessage } from "@/lib/protocol";
import { refuse } from "@/lib/result";
import type { Drafts } from "./drafts";
import { createOutbox } from "./outbox";
import type { Room } from "./room";
import { type Closed, createRoomClient } from "./room-client";
import { sealMove } from "./seal-move";
import type { Wire } from "./wire";

export type UseRoomOptions = {
  first: ViewMessage;
  coupleId: CoupleId;
  names: Readonly<Record<Seat, string>>;
  coupleKey: CryptoKey;
  drafts: Drafts;
  createWire(): Wire;
};

const guideOf = ({ view }: ViewMessage): Guide => {
  const guide = findGuide(view.guideId, view.guideVersion);
  if (!guide) throw new Error(`No guide ${view.guideId}@${view.guideVersion}`);
  return guide;
};

/** The room of one check-in, live. `closed` says that it is over for this page, whatever the check-in does. */
export const useRoom = (options: UseRoomOptions): { room: Room; closed: Closed | null } => {
  const { names, drafts } = options;
  const [guide] = useState(() => guideOf(options.first));
  const [client] = useState(() => {
    const { first, coupleId, coupleKey, createWire } = options;
    const { checkInId, seat } = first.view;
    const sealer = { coupleId, checkInId, seat, coupleKey };
    return createRoomClient({
      wire: createWire(),
      outbox: createOutbox(drafts, checkInId),
      first,
      seal: (move, commandId, view) =>
        sealMove(move, commandId, guide.stages[view.stage.index], sealer).catch(() => refuse("invalid")),
    });
  });
  const state = useSyncExternalStore(client.subscribe, client.get, client.get);

  useEffect(() => {
    client.open();
    return client.dispose;
  }, [client]);

  const room = useMemo(
    (): Room => ({
      ...state,
      guide,
      names,
      drafts,
      forgetRefusal: client.forgetRefusal,
      send: (move, draft) => void client.send(move, draft ?? null),
      isDemo: false,
    }),
    [state, guide, names, drafts, client],
  );
  return { room, closed: state.closed };
};
