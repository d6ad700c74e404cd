import { useTranslations } from "next-intl";
import { TextLink } from "@/components/auth/text-link";
import { placeOf } from "@/components/plan/zone-name";

/** Whose clock quiet hours go by. Before any browser told a zone it is UTC, and the words say so. */
export function QuietZone({ zone }: { zone: string | null }) {
  const t = useTranslations("notices.quiet");
  return (
    <div className="flex flex-wrap items-center gap-x-3 text-small">
      <p className="text-muted">{t("zone", { place: placeOf(zone ?? "UTC") })}</p>
      <TextLink href="/you/zone">{t("changeZone")}</TextLink>
    </div>
  );
}
