"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { NoKeysHere } from "@/components/auth/no-keys-here";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { Skeleton } from "@/components/ui/skeleton";
import { importCoupleKey, makeCoupleKey } from "@/lib/sealing/couple-key";
import { partnerName } from "../demo-script";

const DemoRoom = lazy(async () => ({ default: (await import("./demo-room")).DemoRoom }));

const points = ["partner", "kept", "long"] as const;

/** What the demo is, said before it begins: a script, and nothing kept. */
export function Demo({ pace }: { pace: number }) {
  const t = useTranslations("demo");
  const [key, setKey] = useState<CryptoKey | "cannot" | null>(null);
  // Made for this page alone and never stored: the demo goes the way of real words, seal and all.
  const begin = () => {
    const made = typeof crypto.subtle === "undefined" ? Promise.reject(new Error()) : importCoupleKey(makeCoupleKey());
    void made.then(setKey, () => setKey("cannot"));
  };
  if (key !== null && key !== "cannot") {
    return (
      <Suspense
        fallback={
          <Page>
            <Skeleton lines={5} />
          </Page>
        }
      >
        <DemoRoom coupleKey={key} pace={pace} />
      </Suspense>
    );
  }
  return (
    <Page title={t("title")} lead={t("lead")}>
      <ul className="grid list-disc gap-2 pl-6">
        {points.map((point) => (
          <li key={point}>{t(`points.${point}`, { name: partnerName })}</li>
        ))}
      </ul>
      {key === "cannot" && <NoKeysHere />}
      <div>
        <Button onClick={begin}>{t("begin")}</Button>
      </div>
    </Page>
  );
}
