"use client";

import { useEffect, useState } from "react";

type Drawn = { size: number; path: string };

/** Light modules around the code, without which cameras do not find it (ISO/IEC 18004, 6.3.8). */
const quiet = 4;

/**
 * A QR code, drawn in the browser: what it says never leaves the device. Dark on white in every theme, because many cameras
 * read no other.
 */
export function QrCode({ text, label }: { text: string; label: string }) {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  useEffect(() => {
    let gone = false;
    import("qrcode-generator").then(
      ({ default: qrcode }) => {
        const code = qrcode(0, "M");
        code.addData(text);
        code.make();
        const places = Array.from({ length: code.getModuleCount() }, (_, place) => place);
        const dark = places.flatMap((row) => places.filter((column) => code.isDark(row, column)).map((x) => [x, row]));
        const path = dark.map(([x = 0, y = 0]) => `M${x + quiet} ${y + quiet}h1v1h-1z`).join("");
        if (!gone) setDrawn({ size: places.length + 2 * quiet, path });
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [text]);
  if (drawn === null) return <div className="size-64" />;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${drawn.size} ${drawn.size}`}
      shapeRendering="crispEdges"
      className="size-64 max-w-full rounded-input"
    >
      <rect width={drawn.size} height={drawn.size} fill="#ffffff" />
      <path d={drawn.path} fill="#000000" />
    </svg>
  );
}
