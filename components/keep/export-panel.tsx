"use client";

import { NeedKeys } from "@/components/auth/need-keys";
import type { CoupleId } from "@/lib/ids";
import type { ExportWordsProps } from "./export-words";

const load = async () => (await import("./export-words")).ExportWords;

/** The export behind the person's key: on a device without it, the password is asked for first. */
export function ExportPanel({ first, ...props }: ExportWordsProps & { first: CoupleId }) {
  return (
    <NeedKeys coupleId={first} load={load}>
      {(_, ExportWords) => <ExportWords {...props} />}
    </NeedKeys>
  );
}
