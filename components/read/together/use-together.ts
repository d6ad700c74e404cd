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

  useEffect(() => whileLookedAt(client.open, client.dispose), [client]);

  return useMemo(() => ({ state, client }), [state, client]);
};

const hiddenForMs = 60_000;

/**
 * Here while the page is looked at. Closing a tab is going on and no dropped line, and so is leaving it in the background for a
 * minute; a page that is looked at again, or comes back out of the browser's cache, is here again.
 *
 * @returns what ends it
 */
export const whileLookedAt = (open: () => void, close: () => void): (() => void) => {
  let isOpen = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const set = (wanted: boolean) => {
    clearTimeout(timer);
    if (wanted === isOpen) return;
    isOpen = wanted;
    if (wanted) open();
    else close();
  };
  const hide = () => set(false);
  const show = () => set(true);
  const look = () => {
    clearTimeout(timer);
    if (document.visibilityState === "visible") set(true);
    else timer = setTimeout(hide, hiddenForMs);
  };
  set(true);
  window.addEventListener("pagehide", hide);
  window.addEventListener("pageshow", show);
  document.addEventListener("visibilitychange", look);
  return () => {
    window.removeEventListener("pagehide", hide);
    window.removeEventListener("pageshow", show);
    document.removeEventListener("visibilitychange", look);
    hide();
  };
};

const TogetherContext = createContext<Together | null>(null);
export const TogetherProvider = TogetherContext.Provider;

/** Null where nobody else can be: in a check-in of a couple that has ended, and on paper. */
export const useTogether = (): Together | null => use(TogetherContext);
