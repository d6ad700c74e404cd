const paths = {
  us: "M9.5 12a5 5 0 1 1-5-5 5 5 0 0 1 5 5ZM17 6.5l5.5 5.5-5.5 5.5-5.5-5.5z",
  plan: "M5 6h14v14H5zM5 10h14M9 3.5V7M15 3.5V7",
  read: "M12 6.5C10 5 7 4.5 4 5v13.5c3-.5 6 0 8 1.5 2-1.5 5-2 8-1.5V5c-3-.5-6 0-8 1.5ZM12 6.5V20",
  you: "M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6",
} as const;

export type TabIconName = keyof typeof paths;

/** A drawing beside a tab's word; the word is what counts. */
export function TabIcon({ name }: { name: TabIconName }) {
  return (
    <svg aria-hidden viewBox="0 0 24 24" className="size-6">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
