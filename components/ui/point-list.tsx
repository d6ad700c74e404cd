import { useId } from "react";

export type PointListProps = { title: string; points: readonly string[] };

/** A heading and what belongs under it, one sentence a point. */
export function PointList({ title, points }: PointListProps) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="grid gap-2">
      <h2 id={heading} className="text-lead font-semibold">
        {title}
      </h2>
      <ul className="grid list-disc gap-2 pl-6">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  );
}
