import type { DeriveReport } from "@/components/keys/derive-worker";
import { type Result, refuse } from "@/lib/result";
import type { Bytes } from "@/lib/sealing/bytes";
import { type Argon2id, type KdfParams, type KdfRefusal, stretchPassword } from "@/lib/sealing/kdf";

export type DeriveRefusal = KdfRefusal | "cannotDerive";
/** `loading` while the program comes, `working` while it runs: about half a second on a laptop, a few on an old phone. */
export type DerivePhase = "loading" | "working";

/**
 * The 32-byte master key of a password, made by Argon2id (RFC 9106) in a worker, so that no frame waits. `salt` is base64url,
 * as the server keeps it. `cannotDerive`: no workers, no WebAssembly (or a policy against it) or too little memory; what was
 * typed is still in its field.
 */
export async function deriveMasterKey(
  password: string,
  salt: string,
  params: KdfParams,
  onProgress?: (phase: DerivePhase) => void,
): Promise<Result<Bytes, DeriveRefusal>> {
  try {
    return await stretchPassword((input) => deriveInWorker(input, onProgress), password, salt, params);
  } catch {
    return refuse("cannotDerive");
  }
}

/** A worker of its own for every run, ended afterwards: nothing that knew the password stays. */
async function deriveInWorker(
  input: Parameters<Argon2id>[0],
  onProgress?: (phase: DerivePhase) => void,
): Promise<Uint8Array> {
  onProgress?.("loading");
  const worker = new Worker(new URL("./derive-worker.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      const stop = () => reject(new Error("the worker stopped"));
      worker.addEventListener("error", stop);
      worker.addEventListener("messageerror", stop);
      worker.addEventListener("message", ({ data }: MessageEvent<DeriveReport>) => {
        if (data.phase === "working") onProgress?.("working");
        else if (data.masterKey) resolve(data.masterKey);
        else stop();
      });
      worker.postMessage(input);
    });
  } finally {
    worker.terminate();
  }
}
