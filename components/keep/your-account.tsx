import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";

/** The way to the end of the account. */
export function YourAccount() {
  const account = useTranslations("deleteAccount.you");
  return (
    <Card aria-labelledby="you-account" className="grid gap-3">
      <h2 id="you-account" className="text-lead font-semibold">
        {account("title")}
      </h2>
      <p className="max-w-measure text-muted">{account("text")}</p>
      <div>
        <ButtonLink href="/you/delete" tone="secondary" prefetch={false}>
          {account("link")}
        </ButtonLink>
      </div>
    </Card>
  );
}
