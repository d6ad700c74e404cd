"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { errorReference } from "./error-reference";

/** Something of ours broke while a page was made. What people wrote is on their device still; nothing of the fault is shown. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("error");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main id="main" tabIndex={-1} className="mx-auto grid w-full max-w-room flex-1 content-center gap-6 px-4 py-12">
      <h1
        ref={heading}
        tabIndex={-1}
        className="text-h1 font-semibold focus-visible:shadow-none focus-visible:outline-none"
      >
        {t("title")}
      </h1>
      <p>{t("text")}</p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={retry}>{t("again")}</Button>
        {/* A full load on purpose: whatever broke in this page's memory does not come along. */}
        <a
          href="/"
          className="inline-flex min-h-11 items-center px-4 font-semibold text-us underline underline-offset-4"
        >
          {t("home")}
        </a>
      </div>
      <p className="text-small text-muted">{t("reference", { id: errorReference(error) })}</p>
    </main>
  );
}
