/**
 * At most `burst` at once and `perSecond` in the long run.
 *
 * @returns takes one at `now` (epoch ms); false when none is left
 */
export const tokenBucket = ({ perSecond, burst }: { perSecond: number; burst: number }) => {
  let left = burst;
  let at: number | null = null;
  return (now: number): boolean => {
    // A clock that was set back gives nothing and takes nothing.
    const passed = at === null ? 0 : Math.max(0, now - at);
    left = Math.min(burst, left + (passed * perSecond) / 1000);
    at = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
};
export type TokenBucket = ReturnType<typeof tokenBucket>;
