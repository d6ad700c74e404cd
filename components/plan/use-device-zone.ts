import { useSyncExternalStore } from "react";

const never = () => () => undefined;
const look = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;
const notYet = () => null;

/** The zone that this browser lives by; null until the page is awake. */
export const useDeviceZone = (): string | null => useSyncExternalStore<string | null>(never, look, notYet);
