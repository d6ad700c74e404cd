import type { CheckInId, Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import type { ClosedMessage, ReadingAck } from "@/lib/protocol";
import { nobodyReads, type Reading, type ReadingRefusal } from "@/lib/reading/together";
import type { TogetherWire } from "./together-wire";

/** How the other one is. `away`: not here, and nobody knows more. `dropped` and `left` never share a word on the screen. */
export type Other = "away" | "here" | "dropped" | "left";

export type TogetherState = {
  /** `joining` until the server has said how it stands; `apart` when this person wants to read on their own. */
  line: "joining" | "here" | "dropped" | "apart";
  reading: Reading;
  other: Other;
  /** Whether this page follows the one that the other holds. Looking around is nobody else's business and is never sent. */
  along: boolean;
  hasBeenAlong: boolean;
  /** The page that this one is led to; null where it goes its own way. */
  lead: string | null;
  refusal: ReadingRefusal | "offline" | null;
  /** `outOfDate`: the page is older than the server. `gone`: this check-in is not this person's any more. */
  closed: ClosedMessage["reason"] | "outOfDate" | "gone" | null;
};

const retryMs = 2000;

const first: TogetherState = {
  line: "joining",
  reading: nobodyReads,
  other: "away",
  along: false,
  hasBeenAlong: false,
  lead: null,
  refusal: null,
  closed: null,
};

/** The browser's end of reading together, apart from React and from the socket. */
export const createTogetherClient = (wire: TogetherWire, checkInId: CheckInId, seat: Seat) => {
  const other = otherSeat(seat);
  let state = first;
  /** The page that is open here. */
  let shown = "";
  /** Own turns that are on their way: their echoes are older than what is open here. */
  let turning = 0;
  let passing = false;
  /** The first state after a join says how it stands and not what has just happened. */
  let isFresh = true;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const listeners = new Set<() => void>();

  const set = (change: Partial<TogetherState>) => {
    const next = { ...state, ...change };
    state = { ...next, lead: leadOf(next) };
    for (const listener of listeners) listener();
  };
  const leadOf = ({ reading: { holder, page }, along, line }: TogetherState): string | null => {
    if (line !== "here") return null;
    if (holder === seat) return turning === 0 ? page : null;
    return holder === other && along ? page : null;
  };

  const otherIn = ({ here, dropped }: Reading): Other => {
    if (here.includes(other)) return "here";
    if (dropped.includes(other)) return "dropped";
    if (isFresh) return "away";
    return state.other === "here" || state.other === "dropped" ? "left" : state.other;
  };

  const take = (reading: Reading) => {
    const was = state.reading;
    const theirs = reading.holder === other;
    const now = otherIn(reading);
    // Whoever passes the page wants to see where it goes. Nobody else is taken along unasked.
    const along = now !== "left" && (state.along || (theirs && was.holder === seat && passing));
    if (theirs) passing = false;
    // A restart has forgotten whose page it was, and a turn in mid-drop never arrived: the holder says it again.
    const isForgotten = reading.holder === null || (reading.holder === seat && reading.page !== shown);
    const saysAgain = isFresh && was.holder === seat && isForgotten;
    isFresh = false;
    if (saysAgain) turning += 1;
    set({ line: "here", reading, other: now, along, hasBeenAlong: now !== "left" && (state.hasBeenAlong || along) });
    if (saysAgain) void say(() => wire.take(shown));
  };

  /** Counted before it is sent. */
  const say = async (question: () => Promise<ReadingAck>) => {
    await ask(question);
    turning = Math.max(0, turning - 1);
    set({});
  };

  const ask = async (question: () => Promise<ReadingAck>): Promise<ReadingAck | null> => {
    const answer = await question().catch(() => null);
    if (!state.closed && state.line === "here") set({ refusal: refusalOf(answer) });
    return answer;
  };

  const close = (closed: TogetherState["closed"]) => {
    stop();
    set({ closed, along: false, reading: nobodyReads, other: "away" });
  };
  const stop = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    wire.leave();
  };
  const later = (run: () => void) => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(run, retryMs);
  };

  const join = async () => {
    isFresh = true;
    turning = 0;
    passing = false;
    const answer = await wire.join().catch(() => null);
    if (state.closed || answer === null || answer.ok) return;
    if (answer.refusal === "unavailable" || answer.refusal === "slowDown") later(() => void join());
    else close("gone");
  };

  const open = () =>
    wire.open({
      connected: () => void join(),
      dropped: () => set({ line: "dropped", refusal: null }),
      refused(reason) {
        if (reason === "signedOut") close("signedOut");
        else if (reason === "protocol") close("outOfDate");
        else later(() => wire.reconnect());
      },
      state(message) {
        if (message.checkInId === checkInId) take(message.reading);
      },
      closed: ({ reason }) => close(reason),
    });

  return {
    get: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    open() {
      if (!state.closed && state.line !== "apart") open();
    },
    /** May be followed by `open`: React opens a page twice while it is being developed, and a page comes back from a cache. */
    dispose() {
      stop();
      if (!state.closed && state.line !== "apart") set({ line: "joining" });
    },
    /** Says which page is open here. `byHand`: this person turned to it. */
    async turned(page: string, byHand: boolean) {
      shown = page;
      const { reading, along, line } = state;
      if (!byHand || line !== "here") return;
      if (reading.holder === other && along) return set({ along: false });
      if (reading.holder !== seat) return;
      turning += 1;
      set({});
      await say(() => wire.turn(page));
    },
    async take() {
      const answer = await ask(() => wire.take(shown));
      // Both wished for it at the same moment: then it is the other's page, and this one comes along.
      if (answer && !answer.ok && answer.refusal === "notYourPage") {
        set({ refusal: null, along: true, hasBeenAlong: true });
      }
    },
    async pass() {
      passing = true;
      const answer = await ask(() => wire.pass());
      if (!answer?.ok) passing = false;
    },
    comeAlong: () => set({ along: true, hasBeenAlong: true }),
    /** Somebody is writing on the page that is open here: it stays. */
    stay: () => set({ along: false }),
    readApart() {
      stop();
      set({ ...first, line: "apart" });
    },
    beHere() {
      set({ ...first });
      open();
    },
  };
};
export type TogetherClient = ReturnType<typeof createTogetherClient>;

const refusalOf = (answer: ReadingAck | null): TogetherState["refusal"] => {
  if (answer === null) return "offline";
  return answer.ok ? null : answer.refusal;
};
