import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type messages from "./en.json";

export type Namespace = keyof typeof messages;

/**
 * Hands the named namespaces, and the primitives' own, to the client components inside it; nothing else goes to the browser.
 * Providers do not add up: a nested one must name all that its own inside needs.
 */
export async function Words({ namespaces, children }: { namespaces: readonly Namespace[]; children: ReactNode }) {
  const all = await getMessages();
  const wanted = new Set<string>(["ui", ...namespaces]);
  const picked = Object.fromEntries(Object.entries(all).filter(([namespace]) => wanted.has(namespace)));
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>;
}
