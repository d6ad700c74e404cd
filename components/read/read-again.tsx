"use client";

import { type ReactNode, useMemo } from "react";
import { NeedKeys } from "@/components/auth/need-keys";
import { createOpener, OpenerProvider } from "@/components/check-in/opener";
import type { CheckInRecord } from "@/lib/check-in/record";
import type { CoupleId, Seat } from "@/lib/ids";
import { Margin, type MarginProps } from "./margin/margin";
import { ReadLetter } from "./read-letter";

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

/** One check-in to read again, opened on this device. Needs `read`, `turn`, `unlock` and `account`. */
export function ReadAgain(props: ReadAgainProps) {
  return <NeedKeys coupleId={props.coupleId}>{(coupleKey) => <Opened {...props} coupleKey={coupleKey} />}</NeedKeys>;
}

function Opened(props: ReadAgainProps & { coupleKey: CryptoKey }) {
  const { record, names, coupleId, coupleKey, isOver, margin, children } = props;
  const { checkInId } = record;
  const opener = useMemo(() => createOpener(coupleKey, coupleId, checkInId), [coupleKey, coupleId, checkInId]);
  const letter = <ReadLetter record={record} names={names} isOver={isOver} />;
  return (
    <OpenerProvider value={opener}>
      {margin ? (
        <Margin {...margin} coupleKey={coupleKey} coupleId={coupleId} record={record} names={names}>
          {letter}
        </Margin>
      ) : (
        letter
      )}
      {children}
    </OpenerProvider>
  );
}
