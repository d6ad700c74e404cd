import { useTranslations } from "next-intl";
import { placeOf } from "@/components/plan/zone-name";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { youParts } from "./you-parts";

/** `zone`: whose clock it is now, on the card that leads to it; null before any browser has told one. */
export type YouCardProps = { name: keyof typeof youParts; isLinked: boolean; zone?: string | null };

/** One card of You: pages that belong together, each with its title, a sentence and the way there. Needs `you`. */
export function YouCard({ name, isLinked, zone = null }: YouCardProps) {
  const t = useTranslations("you");
  const parts = youParts[name].filter(({ forTwo }) => isLinked || !forTwo);
  if (parts.length === 0) return null;
  return (
    <Card className="grid gap-4">
      {parts.map(({ part, href }) => (
        <section
          key={part}
          aria-labelledby={`you-${part}`}
          className="grid gap-2 border-t border-border pt-4 first:border-t-0 first:pt-0"
        >
          <h2 id={`you-${part}`} className="text-lead font-semibold">
            {t(`${part}.title`)}
          </h2>
          <p className="max-w-measure text-muted">{t(`${part}.text`)}</p>
          {part === "zone" && zone !== null && <p>{t("zone.now", { place: placeOf(zone) })}</p>}
          <div>
            <ButtonLink href={href} tone="secondary" prefetch={false}>
              {t(`${part}.link`)}
            </ButtonLink>
          </div>
        </section>
      ))}
    </Card>
  );
}
