import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PlainSectionKey } from "./sections";

/** A telephone number: pressed it calls, and it stays on one line. */
const call = (number: ReactNode) => {
  const digits = [number]
    .flat()
    .join("")
    .replace(/[^0-9+]/g, "");
  return (
    <a href={`tel:${digits}`} className="font-semibold whitespace-nowrap underline underline-offset-4">
      {number}
    </a>
  );
};

const safety = (words: ReactNode) => (
  <Link href="/safety" prefetch={false} className="font-semibold underline underline-offset-4">
    {words}
  </Link>
);

const rich = {
  p: (words: ReactNode) => <p>{words}</p>,
  ul: (items: ReactNode) => <ul className="grid list-disc gap-2 pl-6">{items}</ul>,
  li: (words: ReactNode) => <li>{words}</li>,
  tel: call,
  safety,
  b: (words: ReactNode) => <strong>{words}</strong>,
};

/** One heading and its words; the words may hold <p>, <ul>, <li>, <b>, <tel> and <safety>. The last part of the key is the anchor. */
export function PlainSection({ section }: { section: PlainSectionKey }) {
  const t = useTranslations();
  return (
    <section id={section.split(".").at(-1)} className="grid max-w-measure gap-3">
      <h2 className="text-lead font-semibold">{t(`${section}.title`)}</h2>
      {t.rich(`${section}.text`, rich)}
    </section>
  );
}
