"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Action, ask } from "@/components/join/ask";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { LocalTime } from "@/components/ui/local-time";
import { ImportRefusal } from "./import-refusal";

export type ArchiveListProps = {
  archives: readonly { id: string; createdAt: string; isWhole: boolean }[];
  remove: Action<{ archiveId: string }>;
};

/** What somebody brought along, to read and to remove. Needs `import` and `ui`. */
export function ArchiveList({ archives, remove }: ArchiveListProps) {
  const t = useTranslations("import.archives");
  const [asked, setAsked] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const go = async () => {
    if (asked === null || pending) return;
    setPending(true);
    const answer = await ask(remove, { archiveId: asked });
    setPending(false);
    setAsked(null);
    setRefusal(answer.ok || answer.refusal === "notFound" ? null : answer.refusal);
  };
  return (
    <section aria-labelledby="archives" className="grid gap-3">
      <h2 id="archives" className="text-lead font-semibold">
        {t("title")}
      </h2>
      <ImportRefusal refusal={refusal} />
      {archives.length === 0 && <p className="text-muted">{t("none")}</p>}
      {archives.map(({ id, createdAt, isWhole }) => (
        <Card key={id} className="grid gap-3">
          <p>{t.rich("from", { date: () => <LocalTime at={createdAt} show="date" /> })}</p>
          {!isWhole && <p className="text-muted">{t("unfinished")}</p>}
          <div className="flex flex-wrap gap-2">
            {isWhole && (
              <ButtonLink href={`/you/import/${id}`} tone="secondary" prefetch={false}>
                {t("open")}
              </ButtonLink>
            )}
            <Button tone="quiet" onClick={() => setAsked(id)}>
              {t("remove")}
            </Button>
          </div>
        </Card>
      ))}
      <Confirm
        open={asked !== null}
        onClose={() => setAsked(null)}
        onConfirm={go}
        title={t("confirm.title")}
        consequences={[t("confirm.gone"), t("confirm.forGood")]}
        confirmLabel={t("remove")}
        cancelLabel={t("confirm.keep")}
        pending={pending}
      />
    </section>
  );
}
