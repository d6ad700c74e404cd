import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";

const pages = {
  export: "/you/export",
  keeping: "/you/keeping",
  import: "/you/import",
  before: "/read/before",
} as const;

/** The ways to one's own words. */
export function YourWords() {
  const keeping = useTranslations("keeping.you");
  return (
    <Card aria-labelledby="you-words" className="grid gap-3">
      <h2 id="you-words" className="text-lead font-semibold">
        {keeping("title")}
      </h2>
      <p className="max-w-measure text-muted">{keeping("text")}</p>
      <div className="flex flex-wrap gap-2">
        {(["export", "keeping", "import", "before"] as const).map((part) => (
          <ButtonLink key={part} href={pages[part]} tone="secondary" prefetch={false}>
            {keeping(part)}
          </ButtonLink>
        ))}
      </div>
    </Card>
  );
}
