import { createContext, type ReactNode, use, useMemo } from "react";
import { draftsOf } from "@/components/keys/drafts";
import { LiveRegion } from "@/components/ui/live-region";
import type { CheckInRecord } from "@/lib/check-in/record";
import type { CheckInId, CoupleId, Seat } from "@/lib/ids";
import type {
  AddNote,
  AnswerCaption,
  Marginalia,
  OfferCaption,
  RemoveCaption,
  RemoveNote,
} from "@/lib/reading/marginalia";
import { TogetherBar } from "../together/together-bar";
import { TogetherProvider, useTogetherClient } from "../together/use-together";
import { Caption } from "./caption";

type Answer = { ok: true; value: unknown } | { ok: false; refusal: string };
type Action<I> = (input: I) => Promise<Answer>;

export type MarginActions = {
  addNote: Action<AddNote>;
  offerCaption: Action<OfferCaption>;
  answerCaption: Action<AnswerCaption>;
  removeCaption: Action<RemoveCaption>;
};

export type MarginProps = {
  marginalia: Marginalia;
  /** Null where the couple has ended: it is read, and nothing is written. */
  actions: MarginActions | null;
  /** One's own note, then too. */
  removeNote: Action<RemoveNote>;
};

type Table = {
  coupleKey: CryptoKey;
  coupleId: CoupleId;
  checkInId: CheckInId;
  seat: Seat;
  names: Readonly<Record<Seat, string>>;
  drafts: ReturnType<typeof draftsOf>;
} & MarginProps;

const TableContext = createContext<Table | null>(null);
export const TableProvider = TableContext.Provider;
/** Null where a letter is shown without a margin. */
export const useMargin = (): Table | null => use(TableContext);

type AroundProps = MarginProps & {
  coupleKey: CryptoKey;
  coupleId: CoupleId;
  record: CheckInRecord;
  names: Readonly<Record<Seat, string>>;
  children: ReactNode;
};

/** What two add to a letter: notes beside it, a caption under it, and reading it together. Needs `together`. */
export function Margin({ children, ...props }: AroundProps) {
  const { coupleKey, coupleId, record, names, marginalia, actions, removeNote } = props;
  const { checkInId, seat } = record;
  const drafts = useMemo(() => draftsOf(coupleKey, { coupleId, seat }), [coupleKey, coupleId, seat]);
  const table = useMemo(
    () => ({ coupleKey, coupleId, checkInId, seat, names, drafts, marginalia, actions, removeNote }),
    [coupleKey, coupleId, checkInId, seat, names, drafts, marginalia, actions, removeNote],
  );
  return (
    <LiveRegion>
      <TableProvider value={table}>
        {actions ? (
          <Together checkInId={checkInId} seat={seat} names={names}>
            {children}
          </Together>
        ) : (
          children
        )}
        <Caption />
      </TableProvider>
    </LiveRegion>
  );
}

type TogetherProps = {
  checkInId: CheckInId;
  seat: Seat;
  names: Readonly<Record<Seat, string>>;
  children: ReactNode;
};

function Together({ checkInId, seat, names, children }: TogetherProps) {
  const together = useTogetherClient({ checkInId, seat });
  return (
    <TogetherProvider value={together}>
      <TogetherBar seat={seat} names={names} />
      {children}
    </TogetherProvider>
  );
}
