type Waiting<Item, Outcome> = {
  item: Item;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
};

type Options<Item, Outcome> = {
  /** One statement, one commit: an outcome for each item, in their order. */
  send: (items: readonly Item[]) => Promise<readonly Outcome[]>;
  mostInFlight: number;
  mostTogether: number;
  /** Beyond these an item is refused at once: the database is not keeping up, and waiting longer helps nobody. */
  mostWaiting: number;
  /** Whether an error may be the doing of one item, so that the others deserve another try without it. */
  isOneItemsFault: (error: unknown) => boolean;
};

/**
 * Group commit: what arrives while a commit is under way rides together in the next one. A lone item goes at once, so that
 * waiting never costs the quiet hours anything; under load the batches grow by themselves, and a commit is paid for once.
 *
 *     a ──► [a]            commit 1
 *     b ──►     [b]        commit 2, at the same time
 *     c d e ──►     [c d e]  commit 3, as soon as one of them is back
 *
 * @returns adds an item; resolves once the commit that holds it is done, rejects with its own error alone
 */
export const groupCommit = <Item, Outcome>(options: Options<Item, Outcome>) => {
  const { send, mostInFlight, mostTogether, mostWaiting, isOneItemsFault } = options;
  const waiting: Waiting<Item, Outcome>[] = [];
  let inFlight = 0;

  const pump = (): void => {
    while (inFlight < mostInFlight && waiting.length > 0) {
      inFlight += 1;
      void carry(waiting.splice(0, mostTogether)).then(() => {
        inFlight -= 1;
        pump();
      });
    }
  };

  /** Settles every one of the batch and never rejects. After an error it halves, so that only the bad item is left alone with it. */
  const carry = async (batch: readonly Waiting<Item, Outcome>[]): Promise<void> => {
    try {
      const outcomes = await send(batch.map(({ item }) => item));
      for (const [index, { resolve, reject }] of batch.entries()) {
        const outcome = outcomes[index];
        outcome === undefined ? reject(new Error("no outcome for an item")) : resolve(outcome);
      }
    } catch (error) {
      if (batch.length > 1 && isOneItemsFault(error)) {
        const half = Math.ceil(batch.length / 2);
        await carry(batch.slice(0, half));
        await carry(batch.slice(half));
        return;
      }
      for (const { reject } of batch) reject(error);
    }
  };

  return (item: Item): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      if (waiting.length >= mostWaiting) return reject(new Error("too many items wait for a commit"));
      waiting.push({ item, resolve, reject });
      pump();
    });
};
