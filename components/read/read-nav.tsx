import Link from "next/link";
import { useTranslations } from "next-intl";

const places = [
  { key: "history", href: "/read" },
  { key: "agreements", href: "/read/agreements" },
  { key: "patterns", href: "/read/patterns" },
  { key: "loop", href: "/read/loop" },
] as const;

const look =
  "inline-flex min-h-11 items-center rounded-full border border-control px-4 hover:bg-us-tint aria-[current=page]:border-us aria-[current=page]:bg-us-tint aria-[current=page]:font-semibold aria-[current=page]:text-us";

/** The places of looking back. */
export function ReadNav({ current }: { current: (typeof places)[number]["key"] }) {
  const t = useTranslations("read.nav");
  return (
    <nav aria-label={t("label")}>
      <ul className="flex flex-wrap gap-2">
        {places.map(({ key, href }) => (
          <li key={key}>
            <Link href={href} prefetch={false} aria-current={key === current ? "page" : undefined} className={look}>
              {t(key)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
