import { randomBytes } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { BootFailure, errorCode } from "@/server/errors";

/**
 * What a file holds that is made once, readable by its owner alone; it is never replaced.
 *
 * @param file absolute, its folder exists
 * @param make what the file begins with
 * @param called what it is, at the beginning of a sentence about it
 * @throws {BootFailure} when it can't be read
 */
export async function readMadeOnce(file: string, make: () => string, called: string): Promise<string> {
  const known = await readFile(file, "utf8").catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return null;
    throw new BootFailure(`${called} in ${file} can't be read (${errorCode(error)}).`);
  });
  if (known !== null) return known;
  // Written aside and linked into place: of two servers that start at once, both end with the same one.
  const aside = `${file}.${randomBytes(6).toString("hex")}`;
  await writeFile(aside, make(), { mode: 0o600 });
  await link(aside, file).catch((error: unknown) => {
    if (errorCode(error) !== "EEXIST") throw error;
  });
  await rm(aside);
  return readMadeOnce(file, make, called);
}
