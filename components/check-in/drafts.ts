/**
 * Where words wait until they are sent: on this device alone. A place names the step and the field. Nothing here may throw:
 * a browser that keeps nothing loses drafts on reload and nothing else.
 */
export type Drafts = {
  read(place: string): Promise<unknown>;
  keep(place: string, value: unknown): Promise<void>;
  drop(place: string): Promise<void>;
};

/** For the demo, where nothing is kept, and for tests. */
export const createMemoryDrafts = (): Drafts => {
  const kept = new Map<string, unknown>();
  return {
    read: async (place) => kept.get(place),
    keep: async (place, value) => {
      kept.set(place, value);
    },
    drop: async (place) => {
      kept.delete(place);
    },
  };
};
