import type { PersonId } from "@/lib/ids";
import { type TokenBucket, tokenBucket } from "@/server/realtime/token-bucket";

type Rate = { perSecond: number; burst: number };
type Account = { connections: number; mayAsk: TokenBucket };

/** How much one account may ask by all its connections together, and how many of them it may hold. */
export const accounts = (rate: Rate, mostConnections: number) => {
  const open = new Map<PersonId, Account>();
  return {
    /** @returns false when there are too many already */
    connect: (personId: PersonId): boolean => {
      const account = open.get(personId) ?? { connections: 0, mayAsk: tokenBucket(rate) };
      if (account.connections >= mostConnections) return false;
      account.connections += 1;
      open.set(personId, account);
      return true;
    },
    disconnect: (personId: PersonId): void => {
      const account = open.get(personId);
      if (!account) return;
      account.connections -= 1;
      if (account.connections === 0) open.delete(personId);
    },
    mayAsk: (personId: PersonId, now: number): boolean => open.get(personId)?.mayAsk(now) ?? false,
  };
};
