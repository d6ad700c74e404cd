import { createContext, use } from "react";
import type { Writing } from "@/lib/check-in/state";
import type { Gone } from "@/lib/check-in/words";
import type { Content } from "@/lib/sealing/contents";

/** Sealed words of a check-in: of its log, or laid beside it later. */
export type Readable = Omit<Writing, "kind"> & { kind: Writing["kind"] | "agreement" | "note" | "caption" };
/** What is inside a writing. */
export type OpenedWords =
  | { kind: "text"; text: string | undefined }
  | { kind: "piece"; piece: Content<"piece"> }
  | { kind: "close"; close: Content<"close"> };

/** `shut`: it could not be opened. `aloud`: nothing was written, it was said instead. `gone`: they are no longer there. */
export type Opened =
  | { state: "open"; words: OpenedWords }
  | { state: "shut" }
  | { state: "aloud" }
  | { state: "gone"; gone: Gone["gone"] };

/** Opens the words of one check-in, each once. */
export type Opener = {
  /** What was opened before, at once, so that a screen that comes back does not flicker. */
  peek(writing: Readable): Opened | undefined;
  open(writing: Readable): Promise<Opened>;
};

const OpenerContext = createContext<Opener | null>(null);
export const OpenerProvider = OpenerContext.Provider;

/** Null until this device has the couple's key at hand. */
export const useOpener = (): Opener | null => use(OpenerContext);
