import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PublicShell } from "@/components/shell/public-shell";
import { Notice } from "@/components/ui/notice";

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("account");
  return (
    <PublicShell>
      <noscript>
        <div className="mx-auto max-w-room px-4 pt-4">
          <Notice tone="warn" quiet>
            {t("noScripts")}
          </Notice>
        </div>
      </noscript>
      {children}
    </PublicShell>
  );
}
