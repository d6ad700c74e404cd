import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useLoadOwnKeys } from "@/components/auth/keys-provider";
import { type Export, type ExportedCheckIn, type ExportedLane, exportFormat, exportVersion } from "@/lib/export/export";
import { exportRecord } from "@/lib/export/export-record";
import { atBeginning, type Chapter, type CollectRefusal, collect, type NextRecords, type Standing } from "./collect";
import { openBeside } from "./open-beside";
import { openLane } from "./open-lane";
import { openSaid } from "./open-said";

export type ExportState =
  | { step: "idle" }
  | { step: "working"; count: number }
  | { step: "halted"; refusal: CollectRefusal; count: number }
  | { step: "ready"; made: Export; unreadable: number; shutCouples: number };

/** Collects all of one's own words on this device. Needs `export`. Stopped or cut off, it goes on where it was. */
export function useExport(name: string, chapters: readonly Chapter[], nextRecords: NextRecords) {
  const t = useTranslations("export.file");
  const loadOwnKeys = useLoadOwnKeys();
  const [state, setState] = useState<ExportState>({ step: "idle" });
  const standing = useRef<Standing<ExportedCheckIn, ExportedLane> | null>(null);
  const abort = useRef<AbortController | null>(null);

  const run = async (): Promise<Export | null> => {
    standing.current ??= atBeginning();
    const at = standing.current;
    abort.current = new AbortController();
    const { signal } = abort.current;
    setState({ step: "working", count: at.entries.length });
    const ended = await collect(at, {
      chapters,
      nextRecords,
      loadOwnKeys,
      signal,
      each: async (record, beside, { otherName }, opener) => ({
        ...(await exportRecord(record, otherName, (writing) => openSaid(opener, writing))),
        ...(beside && (await openBeside(beside, record, opener, t("agreements")))),
      }),
      lane: openLane,
      onProgress: (count) => setState({ step: "working", count }),
    });
    if (ended !== "done") {
      setState({ step: "halted", refusal: ended, count: at.entries.length });
      return null;
    }
    const exportedAt = new Date().toISOString();
    const { entries: checkIns, lanes } = at;
    const made: Export = {
      format: exportFormat,
      version: exportVersion,
      exportedAt,
      name,
      checkIns,
      ...(lanes.length > 0 && { lanes }),
    };
    standing.current = null;
    setState({ step: "ready", made, unreadable: at.unreadable, shutCouples: at.shutCouples });
    return made;
  };
  return { state, run, stop: () => abort.current?.abort() };
}
