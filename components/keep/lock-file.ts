import { ok, type Result, refuse } from "@/lib/result";

/** age v1 with a passphrase (age-encryption.org/v1, scrypt recipient). The library comes only to those who lock or open a file. */
export async function lockFile(
  text: string,
  passphrase: string,
): Promise<Result<Uint8Array<ArrayBuffer>, "cannotLock">> {
  try {
    const { Encrypter } = await import("age-encryption");
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    return ok(new Uint8Array(await encrypter.encrypt(text)));
  } catch {
    return refuse("cannotLock");
  }
}

const header = "age-encryption.org/v1";

/** Whether a file says of itself that age made it. */
export const isLocked = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, header.length)) === header;

/** `passphrase`: it does not open it, or the file was changed; age can't tell the two apart. */
export async function unlockFile(bytes: Uint8Array, passphrase: string): Promise<Result<string, "passphrase">> {
  try {
    const { Decrypter } = await import("age-encryption");
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    return ok(await decrypter.decrypt(bytes, "text"));
  } catch {
    return refuse("passphrase");
  }
}
