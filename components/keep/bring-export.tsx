"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PasswordInput } from "@/components/ui/password-input";
import type { Export } from "@/lib/export/export";
import { ImportRefusal } from "./import-refusal";
import { readFile } from "./read-file";
import { type ArchiveActions, useBringing } from "./use-bringing";

/** Chooses a file, shows what is in it, and keeps it sealed. Needs `import` and a KeysProvider. */
export function BringExport(actions: ArchiveActions) {
  const t = useTranslations("import");
  const { progress, bring, forget } = useBringing(actions);
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [asksPassphrase, setAsksPassphrase] = useState(false);
  const [passphrase, setPassphrase] = useState("");
  const [found, setFound] = useState<{ text: string; made: Export } | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const [isKept, setIsKept] = useState(false);

  const choose = (chosen: File | null) => {
    forget();
    setFile(chosen);
    setFound(null);
    setRefusal(null);
    setIsKept(false);
    setAsksPassphrase(chosen?.name.endsWith(".age") ?? false);
  };
  const look = async () => {
    if (!file || pending) return;
    setPending(true);
    setRefusal(null);
    const read = await readFile(file, passphrase);
    setPending(false);
    if (read.ok) return setFound(read.value);
    setRefusal(read.refusal);
    if (read.refusal === "needsPassphrase") setAsksPassphrase(true);
  };
  const keep = async () => {
    if (!found || pending) return;
    setPending(true);
    setRefusal(null);
    const answer = await bring(found.text).catch(() => "unavailable");
    setPending(false);
    setRefusal(answer);
    if (answer !== null) return;
    setIsKept(true);
    setFound(null);
    setFile(null);
    setPassphrase("");
    if (input.current) input.current.value = "";
  };
  return (
    <div className="grid gap-4">
      <label className="grid gap-1 font-semibold">
        {t("file")}
        <span className="text-small font-normal text-muted">{t("fileHint")}</span>
        <input
          ref={input}
          type="file"
          accept=".json,.age,application/json"
          className="min-h-11 w-full min-w-0 rounded-input border border-control bg-surface p-2 font-normal file:me-3 file:min-h-8 file:rounded-full file:border-0 file:bg-us-tint file:px-3 file:font-semibold file:text-us"
          onChange={(event) => choose(event.target.files?.[0] ?? null)}
        />
      </label>
      {asksPassphrase && !found && (
        <PasswordInput
          label={t("passphrase")}
          autoComplete="off"
          value={passphrase}
          onChange={(event) => setPassphrase(event.target.value)}
        />
      )}
      <ImportRefusal refusal={refusal} />
      <p role="status">{isKept ? t("kept") : progress ? t("sent", progress) : ""}</p>
      {file && !found && (
        <div>
          <Button tone="secondary" pending={pending} pendingWords={t("looking")} onClick={() => void look()}>
            {t("look")}
          </Button>
        </div>
      )}
      {found && (
        <Card tone="us" className="grid gap-3">
          <p>
            {t("found", {
              count: found.made.checkIns.length,
              name: found.made.name,
              date: new Intl.DateTimeFormat("en", { dateStyle: "long" }).format(new Date(found.made.exportedAt)),
            })}
          </p>
          <div>
            <Button pending={pending} pendingWords={t("keeping")} onClick={() => void keep()}>
              {t(progress ? "goOn" : "keep")}
            </Button>
          </div>
        </Card>
      )}
    </div>
  );
}
