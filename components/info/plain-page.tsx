import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Page } from "@/components/ui/page";
import { PlainSection } from "./plain-section";
import { type PlainPageName, sections } from "./sections";

/** A page of plain words: a title, one lead sentence, and sections. All of it comes from the message file. */
export function PlainPage({ name, children }: { name: PlainPageName; children?: ReactNode }) {
  const t = useTranslations(`info.${name}`);
  return (
    <Page width="reading" title={t("title")} lead={t("lead")}>
      {sections[name].map((section) => (
        <PlainSection key={section} section={section} />
      ))}
      {children}
    </Page>
  );
}
