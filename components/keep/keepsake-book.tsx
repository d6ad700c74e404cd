"use client";

import { NeedKeys } from "@/components/auth/need-keys";
import type { Action } from "@/components/join/ask";
import type { CheckInRecord } from "@/lib/check-in/record";
import type { CoupleId, Seat } from "@/lib/ids";

export type KeepsakePage = { records: CheckInRecord[]; unreadable: number; next: string | null };
export type KeepsakeBookProps = {
  coupleId: CoupleId;
  names: Readonly<Record<Seat, string>>;
  nextPage: Action<{ coupleId: CoupleId; after: string | null }, KeepsakePage>;
};

const load = async () => (await import("./opened-book")).OpenedBook;

/** The book of both voices, opened on this device and made for paper. Needs `keepsake`, `export`, `read`, `turn`, `unlock`, `account`. */
export function KeepsakeBook(props: KeepsakeBookProps) {
  return (
    <NeedKeys coupleId={props.coupleId} load={load}>
      {(key, OpenedBook) => <OpenedBook {...props} coupleKey={key} />}
    </NeedKeys>
  );
}
