import { z } from "zod";
import { ok, type Result, refuse } from "@/lib/result";
import { type Export, exportFormat, exportSchema, exportVersion } from "./export";

/** A life of check-ins is a few megabytes. */
export const exportMaxBytes = 20 * 1024 * 1024;

export type ExportRefusal = "tooLarge" | "notOurs" | "tooNew" | "broken";

const anyVersion = z.object({ format: z.literal(exportFormat), version: z.int().min(1) });

/**
 * A file that somebody brings, whatever it is. `notOurs`: nothing that was exported here; `tooNew`: by a later version of this
 * program; `broken`: begun here, and changed or cut since. Never throws, and takes over nothing that the format does not name.
 */
export function readExport(text: string): Result<Export, ExportRefusal> {
  if (text.length > exportMaxBytes) return refuse("tooLarge");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse(text.includes(exportFormat) ? "broken" : "notOurs");
  }
  const begun = anyVersion.safeParse(json);
  if (!begun.success) return refuse("notOurs");
  if (begun.data.version > exportVersion) return refuse("tooNew");
  const parsed = exportSchema.safeParse(json);
  return parsed.success ? ok(parsed.data) : refuse("broken");
}
