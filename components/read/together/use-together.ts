import { createContext, use, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { CheckInId, Seat } from "@/lib/ids";
import { createTogetherClient, type TogetherClient, type TogetherState } from "./together-client";
import { createTogetherWire, type TogetherWire } from "./together-wire";

export type Together = { state: TogetherState; client: TogetherClient };

type Options = { checkInId: CheckInId; seat: Seat; createWire?: (checkInId: CheckInId) => TogetherWire };

/** Reading one past check-in together, for as long as its page is open. */
export const useTogetherClient = ({ checkInId, seat, createWire = createTogetherWire }: Options): Together => {
  const [client] = useState(() => createTogetherClient(createWire(checkInId), checkInId, seat));
  const state = useSyncExternalStore(client.subscribe, client.get, client.get);

  useEffect(() => {
    client.open();
    // Closing a tab is going on and no dropped line; a page that comes back out of the browser's cache is here again.
    const hide = () => client.dispose();
    const show = ({ persisted }: PageTransitionEvent) => {
      if (persisted) client.open();
    };
    window.addEventListener("pagehide", hide);
    window.addEventListener("pageshow", show);
    return () => {
      window.removeEventListener("pagehide", hide);
      window.removeEventListener("pageshow", show);
      client.dispose();
    };
  }, [client]);

  return useMemo(() => ({ state, client }), [state, client]);
};

const TogetherContext = createContext<Together | null>(null);
export const TogetherProvider = TogetherContext.Provider;

/** Null where nobody else can be: in a check-in of a couple that has ended, and on paper. */
export const useTogether = (): Together | null => use(TogetherContext);
