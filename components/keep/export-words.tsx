"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PasswordInput } from "@/components/ui/password-input";
import { RadioRow } from "@/components/ui/radio-row";
import type { Export } from "@/lib/export/export";
import { toMarkdown } from "@/lib/export/to-markdown";
import type { Chapter, NextRecords } from "./collect";
import { ExportedLetter } from "./exported-letter";
import { lockFile } from "./lock-file";
import { useMarkdownWords } from "./markdown-words";
import { saveFile } from "./save-file";
import { useExport } from "./use-export";

export type ExportWordsProps = { name: string; chapters: readonly Chapter[]; nextRecords: NextRecords };

const formats = ["markdown", "json", "print"] as const;
const shortest = 12;

/** One's own words as a file or on paper, made on this device. Needs `export`, `before` and `ui`, and a KeysProvider. */
export function ExportWords({ name, chapters, nextRecords }: ExportWordsProps) {
  const t = useTranslations("export");
  const words = useMarkdownWords(name);
  const { state, run, stop } = useExport(name, chapters, nextRecords);
  const [format, setFormat] = useState<(typeof formats)[number]>("markdown");
  const [locks, setLocks] = useState(false);
  const [passphrase, setPassphrase] = useState("");
  const [error, setError] = useState<string>();
  const [locking, setLocking] = useState<"working" | "cannotLock" | null>(null);
  const isFile = format !== "print";

  const save = async (made: Export) => {
    if (format === "print") return;
    const [text, ending, type] =
      format === "json"
        ? [JSON.stringify(made, null, 2), "json", "application/json"]
        : [toMarkdown(made, words), "md", "text/markdown;charset=utf-8"];
    const file = `heard-${made.exportedAt.slice(0, 10)}.${ending}`;
    if (!locks) return saveFile(file, text, type);
    setLocking("working");
    const locked = await lockFile(text, passphrase);
    setLocking(locked.ok ? null : "cannotLock");
    if (locked.ok) saveFile(`${file}.age`, locked.value, "application/octet-stream");
  };
  const go = async () => {
    const tooShort = isFile && locks && [...passphrase].length < shortest;
    setError(tooShort ? t("passphraseShort") : undefined);
    if (tooShort) return;
    const made = state.step === "ready" ? state.made : await run();
    if (made) await save(made);
  };
  const isBusy = state.step === "working" || locking === "working";
  return (
    <>
      <div className="grid gap-6 print:hidden">
        <RadioRow
          legend={t("format")}
          name="format"
          layout="stack"
          value={format}
          onChange={setFormat}
          options={formats.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))}
        />
        {isFile && (
          <div className="grid gap-2">
            <label className="flex min-h-11 items-center gap-3 font-semibold">
              <input
                type="checkbox"
                className="size-5 shrink-0 accent-us"
                checked={locks}
                onChange={(event) => setLocks(event.target.checked)}
              />
              {t("lock")}
            </label>
            <p className="max-w-measure text-small text-muted">{t(locks ? "lockHint" : "open")}</p>
            {locks && (
              <PasswordInput
                label={t("passphrase")}
                hint={t("passphraseHint")}
                error={error}
                autoComplete="new-password"
                value={passphrase}
                onChange={(event) => setPassphrase(event.target.value)}
              />
            )}
          </div>
        )}
        {state.step === "halted" && <Notice tone="warn">{t(`refusals.${state.refusal}`)}</Notice>}
        {locking === "cannotLock" && <Notice tone="warn">{t("refusals.cannotLock")}</Notice>}
        <p role="status">
          {state.step === "working" && t("count", { count: state.count })}
          {locking === "working" && t("locking")}
          {state.step === "ready" &&
            locking === null &&
            t(isFile ? "done" : "printReady", { count: state.made.checkIns.length })}
        </p>
        {state.step === "ready" && <Missing unreadable={state.unreadable} shutCouples={state.shutCouples} />}
        <div className="flex flex-wrap gap-2">
          {(isFile || state.step !== "ready") && (
            <Button pending={isBusy} pendingWords={t("working")} onClick={() => void go()}>
              {t(state.step === "halted" ? "goOn" : state.step === "ready" ? "save" : "go")}
            </Button>
          )}
          {state.step === "working" && (
            <Button tone="secondary" onClick={stop}>
              {t("stop")}
            </Button>
          )}
          {state.step === "ready" && !isFile && <Button onClick={() => window.print()}>{t("printNow")}</Button>}
        </div>
      </div>
      {state.step === "ready" && !isFile && (
        <Card className="print:border-0 print:p-0 print:shadow-none">
          <ExportedLetter made={state.made} />
        </Card>
      )}
    </>
  );
}

/** What could not be taken along is said beside what could. */
function Missing({ unreadable, shutCouples }: { unreadable: number; shutCouples: number }) {
  const t = useTranslations("export");
  if (unreadable + shutCouples === 0) return null;
  return (
    <Notice tone="warn">
      {unreadable > 0 && <p>{t("unreadable", { count: unreadable })}</p>}
      {shutCouples > 0 && <p>{t("shutCouples", { count: shutCouples })}</p>}
    </Notice>
  );
}
