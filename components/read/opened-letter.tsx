import { useMemo } from "react";
import { createOpener } from "@/components/check-in/create-opener";
import { OpenerProvider } from "@/components/check-in/opener";
import { Margin } from "./margin/margin";
import type { ReadAgainProps } from "./read-again";
import { ReadLetter } from "./read-letter";

/** A letter whose words are open, with its margin. */
export function OpenedLetter(props: ReadAgainProps & { coupleKey: CryptoKey }) {
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
