import { useEffect, useState } from "react";

/** A timer can't wait longer than about 24 days, and a device that slept wakes late: it looks again by itself. */
const longestMs = 6 * 60 * 60 * 1000;

/**
 * The server's clock (epoch ms) as this page knows it, read again whenever one of the boundaries is passed and when somebody
 * comes back to the page. Nothing is asked of the server.
 *
 * @param serverNow the server's clock when the page was read
 */
export const useClock = (serverNow: number, boundaries: readonly number[]): number => {
  const [now, setNow] = useState(serverNow);
  const asText = boundaries.join(",");

  useEffect(() => {
    const ahead = serverNow - Date.now();
    const marks = asText === "" ? [] : asText.split(",").map(Number);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const read = Date.now() + ahead;
      setNow(read);
      const next = Math.min(...marks.filter((mark) => mark > read));
      if (Number.isFinite(next)) timer = setTimeout(look, Math.min(next - read, longestMs));
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [serverNow, asText]);

  return now;
};
