import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { LaneForm } from "./lane-form";
import { useLoop } from "./loop-table";

/** One's own lane to fill; there is no field for the other's. */
export function OwnLane() {
  const t = useTranslations("loop.own");
  const { lanes, seat } = useLoop();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (!isOpen && wasOpen.current) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const own = lanes[seat];
  if (own.state === "opening") return null;
  if (isOpen) {
    return <LaneForm saved={own.state === "open" ? own.words : null} onClose={() => setOpen(false)} />;
  }
  return (
    <div className="print:hidden">
      <Button ref={opener} tone={own.state === "empty" ? "primary" : "secondary"} onClick={() => setOpen(true)}>
        {t(own.state === "empty" ? "fill" : "change")}
      </Button>
    </div>
  );
}
