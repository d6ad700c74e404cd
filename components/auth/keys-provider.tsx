"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { LoadOwnKeys } from "@/components/auth/own-keys";

const Keys = createContext<LoadOwnKeys | null>(null);

/** Around every signed-in page: where `useCoupleKey` asks for this person's sealed keys. */
export function KeysProvider({ loadOwnKeys, children }: { loadOwnKeys: LoadOwnKeys; children: ReactNode }) {
  return <Keys value={loadOwnKeys}>{children}</Keys>;
}

export function useLoadOwnKeys(): LoadOwnKeys {
  const load = useContext(Keys);
  if (load === null) throw new Error("useCoupleKey needs a KeysProvider around it");
  return load;
}
