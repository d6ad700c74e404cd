/**
 * Remembers what has just ended, for as long as something begun before may still be on its way (a handshake, a join): that
 * one read the database before the end and would otherwise slip in after it.
 */
export const recentSet = (keepMs: number) => {
  const ended = new Map<string, number>();
  return {
    add: (key: string, now: number): void => {
      for (const [old, at] of ended) if (now - at > keepMs) ended.delete(old);
      ended.set(key, now);
    },
    has: (key: string): boolean => ended.has(key),
  };
};
