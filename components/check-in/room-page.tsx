"use client";

import { lazy, type ReactNode, Suspense, useMemo } from "react";
import { useCoupleKey } from "@/components/auth/use-couple-key";
import { draftsOf } from "@/components/keys/drafts";
import type { CoupleId, Seat } from "@/lib/ids";
import type { ViewMessage } from "@/lib/protocol";
import { ClosedScreen } from "./closed-screen";
import { createOpener, OpenerProvider } from "./opener";
import { RoomProvider } from "./room";
import { RoomScreen } from "./room-screen";
import { createSocketWire } from "./socket-wire";
import { stillRoom } from "./still-room";
import { useRoom } from "./use-room";

/* Apart from the page: few devices have to be unlocked. */
const LockedScreen = lazy(async () => ({ default: (await import("./locked-screen")).LockedScreen }));

export type RoomPageProps = {
  first: ViewMessage;
  coupleId: CoupleId;
  names: Readonly<Record<Seat, string>>;
  /** Shown at the end. */
  ownWords?: ReactNode;
};

/** The page of one check-in. It paints from the view that it came with; the key and the line come to it afterwards. */
export function RoomPage(props: RoomPageProps) {
  const { first, names, coupleId } = props;
  const found = useCoupleKey(coupleId);
  if (found.state === "ready") return <LiveRoom {...props} coupleKey={found.key} />;
  if (found.state !== "opening") {
    return (
      <Suspense>
        <LockedScreen found={found} />
      </Suspense>
    );
  }
  return (
    // Nothing can be pressed or typed in the moment before the key is here: it would be lost.
    <div inert className="flex flex-1 flex-col">
      <RoomProvider value={stillRoom(first, names)}>
        <RoomScreen ownWords={props.ownWords} />
      </RoomProvider>
    </div>
  );
}

function LiveRoom({ first, coupleId, names, coupleKey, ownWords }: RoomPageProps & { coupleKey: CryptoKey }) {
  const { checkInId, seat } = first.view;
  const opener = useMemo(() => createOpener(coupleKey, coupleId, checkInId), [coupleKey, coupleId, checkInId]);
  const drafts = useMemo(() => draftsOf(coupleKey, { coupleId, seat }), [coupleKey, coupleId, seat]);
  const { room, closed } = useRoom({
    ...{ first, coupleId, names, coupleKey, drafts },
    createWire: () => createSocketWire(checkInId),
  });
  if (closed) return <ClosedScreen closed={closed} />;
  return (
    <RoomProvider value={room}>
      <OpenerProvider value={opener}>
        <RoomScreen ownWords={ownWords} />
      </OpenerProvider>
    </RoomProvider>
  );
}
