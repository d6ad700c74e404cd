import { argon2id } from "hash-wasm";
import type { Argon2id } from "@/lib/sealing/kdf";

/** What the page sends. Checked already (`stretchPassword`), so that this file carries Argon2id and nothing else. */
export type DeriveRequest = Parameters<Argon2id>[0];
/** `working` once the program is here and has begun; then the 32 bytes, or null where the browser cannot. */
export type DeriveReport = { phase: "working" } | { phase: "done"; masterKey: Uint8Array<ArrayBuffer> | null };

const report = (message: DeriveReport) => postMessage(message);

/** Argon2id version 1.3 (RFC 9106). For a second or so this thread does nothing else, which is why it is not the page's. */
addEventListener("message", async ({ data }: MessageEvent<DeriveRequest>) => {
  report({ phase: "working" });
  try {
    const { memoryKib, ...input } = data;
    const masterKey = await argon2id({ ...input, memorySize: memoryKib, hashLength: 32, outputType: "binary" });
    report({ phase: "done", masterKey: new Uint8Array(masterKey) });
  } catch {
    // No WebAssembly, or not enough memory.
    report({ phase: "done", masterKey: null });
  }
});
