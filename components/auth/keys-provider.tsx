"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { LoadOwnKeys } from "@/components/auth/own-keys";

const Keys = createContext<LoadOwnKeys | null>(null);

/**
 * Around every signed-in page: where `useCoupleKey` asks for this person's sealed keys. The action arrives as a new function each
 * time the page is read again. The first one is kept: it asks the same, and a new one would have every page open its keys anew
 * and drop what is being written on it.
 */
export function KeysProvider({ loadOwnKeys, children }: { loadOwnKeys: LoadOwnKeys; children: ReactNode }) {
  const [first] = useState(() => loadOwnKeys);
  return <Keys value={first}>{children}</Keys>;
}

export function useLoadOwnKeys(): LoadOwnKeys {
  const load = useContext(Keys);
  if (load === null) throw new Error("useCoupleKey needs a KeysProvider around it");
  return load;
}
