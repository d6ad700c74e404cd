import type { Export } from "@/lib/export/export";
import { type ExportRefusal, exportMaxBytes, readExport } from "@/lib/export/read-export";
import { ok, type Result, refuse } from "@/lib/result";
import { isLocked, unlockFile } from "./lock-file";

export type FileRefusal = ExportRefusal | "passphrase" | "needsPassphrase" | "unreadable";

/** A file that somebody chose, locked or not, whatever it is. Its size is looked at before anything of it is read. */
export async function readFile(
  file: Blob,
  passphrase: string,
): Promise<Result<{ text: string; made: Export }, FileRefusal>> {
  if (file.size > exportMaxBytes) return refuse("tooLarge");
  const bytes = await file
    .arrayBuffer()
    .then((buffer) => new Uint8Array(buffer))
    .catch(() => null);
  if (bytes === null) return refuse("unreadable");
  if (!isLocked(bytes)) return readText(new TextDecoder().decode(bytes));
  if (passphrase === "") return refuse("needsPassphrase");
  const opened = await unlockFile(bytes, passphrase);
  return opened.ok ? readText(opened.value) : opened;
}

/** What is kept is what was understood, written anew: nothing else that stood in the file comes along. */
function readText(text: string): Result<{ text: string; made: Export }, ExportRefusal> {
  const read = readExport(text);
  return read.ok ? ok({ text: JSON.stringify(read.value), made: read.value }) : read;
}
