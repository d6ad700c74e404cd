import type { ReactNode } from "react";

export type Bar = { key: string; label: string; count: number; look: string; glyph?: ReactNode };

export type StripProps = {
  title: string;
  /** What the figures count, and of how many. */
  about: string;
  bars: readonly Bar[];
  /** The whole that a bar is a part of. */
  of: number;
  columns: { what: string; count: string };
  /** What opens the table. */
  asTable: string;
};

const rowHeight = 34;
const barTop = 20;
const width = 320;

/** Bars of one length each, and the same in a table for whoever reads it another way. */
export function Strip({ title, about, bars, of, columns, asTable }: StripProps) {
  const longest = Math.max(1, of);
  return (
    <figure className="grid gap-2">
      <figcaption>
        <span className="block font-semibold">{title}</span>
        <span className="block text-small text-muted">{about}</span>
      </figcaption>
      <svg aria-hidden viewBox={`0 0 ${width} ${bars.length * rowHeight}`} className="w-full max-w-[26rem]">
        {bars.map(({ key, label, count, look, glyph }, index) => (
          <g key={key} transform={`translate(0 ${index * rowHeight})`}>
            {glyph}
            <text x={glyph ? 20 : 0} y={14} className="fill-ink font-sans text-[13px]">
              {label}
            </text>
            <text x={width} y={14} textAnchor="end" className="fill-muted font-sans text-[13px]">
              {count}
            </text>
            <rect x={0} y={barTop} width={width} height={8} rx={4} className="fill-sunken" />
            {count > 0 && (
              <rect
                x={0.75}
                y={barTop + 0.75}
                width={Math.max(7, (width * count) / longest - 1.5)}
                height={6.5}
                rx={3.25}
                className={look}
                strokeWidth={1.5}
              />
            )}
          </g>
        ))}
      </svg>
      <details>
        <summary className="min-h-11 cursor-pointer content-center text-us underline underline-offset-4">
          {asTable}
        </summary>
        <table className="w-full max-w-[26rem] text-left">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr className="border-b border-border">
              <th scope="col" className="py-1 font-semibold">
                {columns.what}
              </th>
              <th scope="col" className="py-1 text-right font-semibold">
                {columns.count}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ key, label, count }) => (
              <tr key={key} className="border-b border-border">
                <th scope="row" className="py-1 font-normal">
                  {label}
                </th>
                <td className="py-1 text-right tabular-nums">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
