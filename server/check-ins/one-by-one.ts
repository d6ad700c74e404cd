/**
 * Runs the jobs of one key one after another, in the order in which they came; jobs of different keys do not wait for each
 * other.
 *
 * @returns null for a job that finds `mostWaiting` of its key before it; it is not run
 */
export const oneByOne = (mostWaiting: number) => {
  const lines = new Map<string, { last: Promise<unknown>; length: number }>();
  return <T>(key: string, job: () => Promise<T>): Promise<T> | null => {
    const line = lines.get(key) ?? { last: Promise.resolve(), length: 0 };
    if (line.length >= mostWaiting) return null;
    line.length += 1;
    lines.set(key, line);
    const leave = () => {
      line.length -= 1;
      if (line.length === 0) lines.delete(key);
    };
    const done = line.last.then(job);
    line.last = done.then(leave, leave);
    return done;
  };
};
