"use client";

import type { ReactNode } from "react";
import { NeedKeys } from "@/components/auth/need-keys";
import type { CheckInRecord } from "@/lib/check-in/record";
import type { CoupleId, Seat } from "@/lib/ids";
import type { MarginProps } from "./margin/margin";

export type ReadAgainProps = {
  record: CheckInRecord;
  names: Readonly<Record<Seat, string>>;
  coupleId: CoupleId;
  isOver?: boolean;
  /** Notes, the caption and reading together; also needs `together`. */
  margin?: MarginProps;
  /** Below the letter, where words can be opened too. */
  children?: ReactNode;
};

const load = async () => (await import("./opened-letter")).OpenedLetter;

/** One check-in to read again, opened on this device. Needs `read`, `turn`, `unlock` and `account`. */
export function ReadAgain(props: ReadAgainProps) {
  return (
    <NeedKeys coupleId={props.coupleId} load={load}>
      {(coupleKey, OpenedLetter) => <OpenedLetter {...props} coupleKey={coupleKey} />}
    </NeedKeys>
  );
}
