import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";

/** From the list of check-ins to the book of both voices, and to what was before where there is any. */
export function ReadMore({ hasBefore }: { hasBefore: boolean }) {
  const keepsake = useTranslations("keepsake");
  const before = useTranslations("before");
  return (
    <div className="flex flex-wrap gap-2">
      <ButtonLink href="/read/keepsake" tone="quiet" prefetch={false} className="-ml-4">
        {keepsake("link")}
      </ButtonLink>
      {hasBefore && (
        <ButtonLink href="/read/before" tone="quiet" prefetch={false}>
          {before("link")}
        </ButtonLink>
      )}
    </div>
  );
}
