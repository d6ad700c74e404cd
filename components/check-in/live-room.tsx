import { useMemo } from "react";
import { draftsOf } from "@/components/keys/drafts";
import { ClosedScreen } from "./closed-screen";
import { createOpener } from "./create-opener";
import { OpenerProvider } from "./opener";
import { RoomProvider } from "./room";
import type { RoomPageProps } from "./room-page";
import { RoomScreen } from "./room-screen";
import { createSocketWire } from "./socket-wire";
import { useRoom } from "./use-room";

/** The room with its key and its line. */
export function LiveRoom({ first, coupleId, names, coupleKey, ownWords }: RoomPageProps & { coupleKey: CryptoKey }) {
  const { checkInId, seat } = first.view;
  const opener = useMemo(() => createOpener(coupleKey, coupleId, checkInId), [coupleKey, coupleId, checkInId]);
  const drafts = useMemo(() => draftsOf(coupleKey, { coupleId, seat }), [coupleKey, coupleId, seat]);
  const { room, closed } = useRoom({
    first,
    coupleId,
    names,
    coupleKey,
    drafts,
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
