"use client";

import { lazy, type ReactNode, Suspense } from "react";
import { useCoupleKey } from "@/components/auth/use-couple-key";
import { useLoaded } from "@/components/ui/use-loaded";
import type { CoupleId, Seat } from "@/lib/ids";
import type { ViewMessage } from "@/lib/protocol";
import { RoomProvider } from "./room";
import { RoomScreen } from "./room-screen";
import { stillRoom } from "./still-room";

/* Apart from the page: few devices have to be unlocked. */
const LockedScreen = lazy(async () => ({ default: (await import("./locked-screen")).LockedScreen }));

const load = async () => (await import("./live-room")).LiveRoom;

// Asked for at once, beside the first drawing: every visit needs both.
if (typeof window !== "undefined") {
  Promise.all([load(), import("@/components/auth/couple-key-here")]).catch(() => undefined);
}

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
  const live = useLoaded(load);
  if (found.state === "ready" && live.state === "ready") return <live.value {...props} coupleKey={found.key} />;
  const away = found.state === "opening" || found.state === "ready" ? live : found;
  if (away.state !== "opening" && away.state !== "ready") {
    return (
      <Suspense>
        <LockedScreen found={away} />
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
