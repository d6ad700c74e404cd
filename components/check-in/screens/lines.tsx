/** Ground rules, one a line. */
export function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="grid gap-3">
      {lines.map((line) => (
        <li key={line} className="flex gap-3">
          <span aria-hidden className="mt-2.5 h-1 w-4 shrink-0 rounded-full bg-us" />
          <span className="text-lead">{line}</span>
        </li>
      ))}
    </ul>
  );
}
