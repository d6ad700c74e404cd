import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PlainSectionKey } from "./sections";

const rich = {
  p: (words: ReactNode) => <p>{words}</p>,
  ul: (items: ReactNode) => <ul className="grid list-disc gap-2 pl-6">{items}</ul>,
  li: (words: ReactNode) => <li>{words}</li>,
  b: (words: ReactNode) => <strong>{words}</strong>,
};

/** One heading and its words; the words may hold <p>, <ul>, <li> and <b>. The last part of the key is the anchor. */
export function PlainSection({ section }: { section: PlainSectionKey }) {
  const t = useTranslations();
  return (
    <section id={section.split(".").at(-1)} className="grid max-w-measure gap-3">
      <h2 className="text-lead font-semibold">{t(`${section}.title`)}</h2>
      {t.rich(`${section}.text`, rich)}
    </section>
  );
}
