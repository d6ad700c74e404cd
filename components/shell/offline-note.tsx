"use client";

import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { goOn } from "@/components/auth/go-on";
import { Notice } from "@/components/ui/notice";

/**
 * Says on every page of a partner that the device has no line, for as long as it has none, and keeps a link from leading to the
 * browser's own page of errors meanwhile: pages are made by the server. What stands here stays, and the words, given as
 * `children`, say so.
 */
export function OfflineNote({ children }: { children: ReactNode }) {
  const isOffline = useSyncExternalStore(listen, isOfflineNow, isOfflineOnServer);
  useEffect(() => {
    if (!isOffline) return;
    // Caught on its way down, before the link itself hears of it.
    document.addEventListener("click", stayHere, true);
    return () => document.removeEventListener("click", stayHere, true);
  }, [isOffline]);
  // The region is there before its words, or a screen reader would not hear them.
  return (
    <div id={noteId} role="status" className="mx-auto w-full max-w-wide px-4 print:hidden">
      {isOffline && (
        <Notice quiet className="mt-4">
          {children}
        </Notice>
      )}
    </div>
  );
}

const noteId = "offline";

/** A link to another page of ours shows the note instead. A server on the same machine answers even so: then it leads on. */
function stayHere(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link === null || link.origin !== location.origin || link.pathname === location.pathname) return;
  // What opens beside this page, or is made on it and saved, needs no line.
  if (link.target !== "" || link.protocol === "blob:") return;
  event.preventDefault();
  event.stopPropagation();
  fetch("/api/health", { cache: "no-store" }).then(
    () => goOn(link.href),
    () => document.getElementById(noteId)?.scrollIntoView({ block: "center" }),
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
