import { useTranslations } from "next-intl";

const widths = ["w-full", "w-11/12", "w-4/5", "w-2/3"] as const;

/** Stands where words will be, from 400 ms on. `label` is what a screen reader hears instead of grey bars. */
export function Skeleton({ lines = 3, label }: { lines?: number; label?: string }) {
  const t = useTranslations("ui");
  return (
    <div role="status" className="grid animate-late gap-3">
      <span className="sr-only">{label ?? t("loading")}</span>
      {Array.from({ length: lines }, (_, line) => widths[line % widths.length]).map((width, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity and never move
        <div key={line} aria-hidden className={`h-4 rounded-full bg-border ${width}`} />
      ))}
    </div>
  );
}
