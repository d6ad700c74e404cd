import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";

export type KeyCardProps = {
  /** `asks`, `answered` and `theirsLost` are about the other one, `bothLost` and `anew…` about both; the rest is about oneself. */
  standing:
    | ("asks" | "answered" | "theirsLost")
    | ("bothLost" | "anewWaiting" | "anewAsks")
    | ("lost" | "waiting" | "given");
  name: string;
  /** One of the two can write nothing until it is cleared, so that no check-in is offered meanwhile. */
  shut: boolean;
};

/** What stands between the two and their words, and the page that clears it. Needs `us`. */
export function KeyCard({ standing, name, shut }: KeyCardProps) {
  const t = useTranslations("us.keys");
  return (
    <Card tone="us" aria-labelledby="key-card" className="grid content-start gap-3">
      <h2 id="key-card" className="text-lead font-semibold">
        {t(`${standing}.title`, { name })}
      </h2>
      <p>{t(`${standing}.text`, { name })}</p>
      {shut && <p>{t("first", { name })}</p>}
      <ButtonLink href="/you/let-in" prefetch={false} className="justify-self-start">
        {t(`${standing}.link`, { name })}
      </ButtonLink>
    </Card>
  );
}
