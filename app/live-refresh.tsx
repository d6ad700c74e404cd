"use client";

import { useRouter } from "next/navigation";
import { LiveRefresh as Listen } from "@/components/shell/live-refresh";

/** Keeps a signed-in page true while it is open. Put it once into a page, for somebody who is signed in. */
export function LiveRefresh() {
  const { refresh } = useRouter();
  return <Listen refresh={refresh} />;
}
