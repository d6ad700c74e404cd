"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { useLoadOwnKeys } from "@/components/auth/keys-provider";
import { type Action, ask } from "@/components/join/ask";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { archivePartSchema } from "@/lib/export/archive";
import type { Export } from "@/lib/export/export";
import { readExport } from "@/lib/export/read-export";
import { ok, type Result, refuse } from "@/lib/result";
import { open } from "@/lib/sealing/open";
import type { Sealed } from "@/lib/sealing/sealed";
import { openArchiveKey, partContext } from "./archive-key";
import { ExportedLetter } from "./exported-letter";
import { ImportRefusal } from "./import-refusal";

type Stretch = { sealedKey: string; parts: number; words: { part: number; words: Sealed | null }[] };
export type ReadParts = Action<{ archiveId: string; first: number }, Stretch>;
type Ways = { readParts: ReadParts; loadOwnKeys: ReturnType<typeof useLoadOwnKeys> };

/** All parts in order, opened and put together; one that is missing or does not open leaves no half of it standing. */
async function readArchive(archiveId: string, { readParts, loadOwnKeys }: Ways): Promise<Result<Export, string>> {
  let text = "";
  let key: CryptoKey | null = null;
  for (let next = 0, parts = 1; next < parts; ) {
    const answer = await ask(readParts, { archiveId, first: next });
    if (!answer.ok) return refuse(answer.refusal);
    parts = answer.value.parts;
    if (key === null) {
      const opened = await openArchiveKey(archiveId, answer.value.sealedKey, loadOwnKeys);
      if (opened === null || typeof opened === "string") return refuse(opened ?? "shut");
      key = opened;
    }
    if (answer.value.words.length === 0) return refuse("shut");
    for (const { part, words } of answer.value.words) {
      const said = await open(key, partContext(archiveId, part), words, archivePartSchema);
      if (part !== next || !said.ok) return refuse("shut");
      text += said.value;
      next += 1;
    }
  }
  const read = readExport(text);
  return read.ok ? ok(read.value) : refuse("shut");
}

/** An archive to read, opened on this device. Needs `import`, `export`, `before` and a KeysProvider. */
export function ReadArchive({ archiveId, readParts }: { archiveId: string; readParts: ReadParts }) {
  const t = useTranslations("import.read");
  const loadOwnKeys = useLoadOwnKeys();
  const [read, setRead] = useState<Result<Export, string> | null>(null);
  const load = useCallback(async () => {
    setRead(null);
    setRead(await readArchive(archiveId, { readParts, loadOwnKeys }).catch(() => refuse("unavailable")));
  }, [archiveId, readParts, loadOwnKeys]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; the actions are new at each drawing and ask the same
  useEffect(() => void load(), []);
  if (read === null) return <Skeleton label={t("loading")} lines={4} />;
  if (!read.ok) {
    return (
      <div className="grid gap-3">
        {read.refusal === "shut" ? <Notice tone="warn">{t("shut")}</Notice> : <ImportRefusal refusal={read.refusal} />}
        <div>
          <Button tone="secondary" onClick={() => void load()}>
            {t("again")}
          </Button>
        </div>
      </div>
    );
  }
  const { checkIns, lanes = [] } = read.value;
  return checkIns.length + lanes.length === 0 ? (
    <Notice quiet>{t("empty")}</Notice>
  ) : (
    <ExportedLetter made={read.value} />
  );
}
