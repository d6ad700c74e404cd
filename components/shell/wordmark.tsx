import Link from "next/link";
import { useTranslations } from "next-intl";

/** The name and the two shores; leads home. */
export function Wordmark({ href }: { href: string }) {
  const t = useTranslations("shell");
  return (
    <Link
      href={href}
      className="-ml-2 inline-flex min-h-11 items-center gap-2 rounded-input px-2 text-lead font-semibold"
    >
      <svg aria-hidden viewBox="0 0 28 20" className="h-5 w-7">
        <circle cx="9" cy="10" r="7" className="fill-tide" />
        <path d="m19 2 8 8-8 8-8-8z" className="fill-ember" opacity="0.9" />
      </svg>
      {t("name")}
    </Link>
  );
}
