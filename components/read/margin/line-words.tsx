import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";
import type { SealedLine } from "@/lib/reading/marginalia";
import { useLine } from "./use-line";

/** The words of a note or a caption, or in the app's own type that they do not open. */
export function LineWords({ kind, line }: { kind: "note" | "caption"; line: SealedLine }) {
  const t = useTranslations("together");
  const opened = useLine(kind, line);
  if (opened.state === "opening") return <Skeleton lines={1} label={t("opening")} />;
  if (opened.state === "shut") return <p className="font-sans text-body italic">{t("shut")}</p>;
  return <p>{opened.text}</p>;
}
