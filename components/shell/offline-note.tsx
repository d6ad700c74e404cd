"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import { Notice } from "@/components/ui/notice";

/**
 * Says on every page of a partner that the device has no line, for as long as it has none: pages are made by the server, so a
 * link would lead to the browser's own page of errors. What stands here stays, and the words say so. Given as `children`.
 */
export function OfflineNote({ children }: { children: ReactNode }) {
  const isOffline = useSyncExternalStore(listen, isOfflineNow, isOfflineOnServer);
  // The region is there before its words, or a screen reader would not hear them.
  return (
    <div role="status" className="mx-auto w-full max-w-wide px-4 print:hidden">
      {isOffline && (
        <Notice quiet className="mt-4">
          {children}
        </Notice>
      )}
    </div>
  );
}

const listen = (changed: () => void) => {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
};
const isOfflineNow = () => navigator.onLine === false;
const isOfflineOnServer = () => false;
