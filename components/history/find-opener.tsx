"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { FindPanelProps } from "./find-panel";

/** Loaded when somebody looks for something: the word lists and the unlocking are heavier than the list. */
const FindPanel = lazy(() => import("./find-panel").then((module) => ({ default: module.FindPanel })));

type FindOpenerProps = Omit<FindPanelProps, "close"> & { isOpen: boolean; setOpen(open: boolean): void };

export function FindOpener({ isOpen, setOpen, ...panel }: FindOpenerProps) {
  const t = useTranslations("read.find");
  if (!isOpen) {
    return (
      <Button tone="secondary" className="justify-self-start self-start" onClick={() => setOpen(true)}>
        <svg aria-hidden viewBox="0 0 20 20" className="size-4">
          <circle cx="8.5" cy="8.5" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />
          <path d="m13 13 4.5 4.5" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        </svg>
        {t("open")}
      </Button>
    );
  }
  return (
    <Suspense fallback={<Skeleton />}>
      <FindPanel {...panel} close={() => setOpen(false)} />
    </Suspense>
  );
}
