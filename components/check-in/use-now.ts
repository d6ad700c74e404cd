import { useEffect, useState } from "react";

/** This device's clock in epoch ms, looked at again every `everyMs`. Null until the page is awake: a server has another. */
export const useNow = (everyMs: number): number | null => {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
};
