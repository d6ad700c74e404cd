"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;
const look = () => typeof crypto !== "undefined" && crypto.subtle !== undefined && typeof Worker !== "undefined";
const notYet = () => null;

/**
 * Whether this browser can make keys here: `crypto.subtle` exists on https and on localhost alone. Null until the page is
 * awake, when no form may be sent yet.
 */
export const useCanSeal = (): boolean | null => useSyncExternalStore<boolean | null>(never, look, notYet);
