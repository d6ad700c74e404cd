import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Breath } from "@/components/ui/breath";
import { Button } from "@/components/ui/button";

/** A breath that is offered, and starts only when it is asked for. Its end says so and moves nothing. */
export function MinuteBreath({ seconds, label }: { seconds: number; label: string }) {
  const t = useTranslations("room.breath");
  const [is, setIs] = useState<"offered" | "going" | "over">("offered");
  useEffect(() => {
    if (is !== "going") return;
    const timer = setTimeout(() => setIs("over"), seconds * 1000);
    return () => clearTimeout(timer);
  }, [is, seconds]);
  if (is === "offered") {
    return (
      <Button tone="secondary" onClick={() => setIs("going")} className="justify-self-start">
        {label}
      </Button>
    );
  }
  return (
    <div className="grid justify-items-center gap-4">
      {is === "going" && <Breath />}
      <p role="status">{is === "over" ? t("over") : ""}</p>
      <Button tone="quiet" onClick={() => setIs(is === "going" ? "over" : "going")}>
        {t(is === "going" ? "enough" : "again")}
      </Button>
    </div>
  );
}
