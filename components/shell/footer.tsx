import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

const links = [
  { key: "method", href: "/method" },
  { key: "safety", href: "/safety" },
  { key: "notTherapy", href: "/not-therapy" },
  { key: "hosting", href: "/hosting" },
  { key: "source", href: "/hosting#source" },
  { key: "look", href: "/look" },
] as const;

/** The bottom of every page. `children` stands first: the leave-this-page button of signed-in pages. */
export function Footer({ children }: { children?: ReactNode }) {
  const t = useTranslations("shell.footer");
  return (
    <footer className="mt-12 border-t border-border bg-sunken print:hidden">
      <div className="mx-auto grid w-full max-w-wide gap-4 px-4 py-6 text-small text-muted">
        {children}
        <nav aria-label={t("label")}>
          <ul className="-mx-2 flex flex-wrap gap-x-2">
            {links.map((link) => (
              <li key={link.key}>
                <Link
                  href={link.href}
                  prefetch={false}
                  className="inline-flex min-h-11 items-center rounded-input px-2 underline decoration-1 underline-offset-4 hover:text-ink"
                >
                  {t(link.key)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <p className="max-w-measure">{t("promise")}</p>
      </div>
    </footer>
  );
}
