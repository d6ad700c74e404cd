import type { QuadrantId } from "@/lib/words/field";

/** Each in a box of 16, drawn with a line: zig-zag, sunburst, drop, wave. */
const paths: Record<QuadrantId, string> = {
  stirred: "M2 11 5 5l3 6 3-6 3 6",
  bright:
    "M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M8 1v2M8 13v2M1 8h2M13 8h2M3 3l1.5 1.5M11.5 11.5 13 13M13 3l-1.5 1.5M4.5 11.5 3 13",
  heavy: "M8 2c2.5 3.2 4 5.3 4 7.5a4 4 0 0 1-8 0C4 7.3 5.5 5.2 8 2Z",
  settled: "M1.5 9c2-3 4-3 6.5 0s4.5 3 6.5 0",
};

const strokes: Record<QuadrantId, string> = {
  stirred: "stroke-stirred",
  bright: "stroke-bright",
  heavy: "stroke-heavy",
  settled: "stroke-settled",
};

export type QuadrantGlyphProps = { quadrant: QuadrantId; x?: number; y?: number; size?: number };

/** The mark of a quadrant, so that none is told by its colour alone. Decoration: its words always stand near. */
export function QuadrantGlyph({ quadrant, x, y, size = 16 }: QuadrantGlyphProps) {
  return (
    <svg aria-hidden viewBox="0 0 16 16" x={x} y={y} width={size} height={size}>
      <path
        d={paths[quadrant]}
        fill="none"
        className={strokes[quadrant]}
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
