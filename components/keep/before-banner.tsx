import { useTranslations } from "next-intl";
import { LocalTime } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";

export type BeforeBannerProps = {
  otherName: string | null;
  /** ISO 8601. */
  readableUntil: string;
  readable: "both" | "own" | "left";
};

/** What may still be read of a couple that has ended, and until when. Needs `before`. */
export function BeforeBanner({ otherName, readableUntil, readable }: BeforeBannerProps) {
  const t = useTranslations("before");
  const name = otherName ?? t("someone");
  const until = () => <LocalTime at={readableUntil} show="date" />;
  if (readable === "own") return <Notice quiet>{t("own")}</Notice>;
  if (readable === "left") return <Notice quiet>{t("ownAndLeft", { name })}</Notice>;
  return (
    <Notice quiet>
      <p>{t.rich("until", { until })}</p>
      <p>{t.rich("theirs", { until, name })}</p>
    </Notice>
  );
}
