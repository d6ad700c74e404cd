import "@/server/env-file";
import { seed, seedAddresses, seedPassword } from "@/prisma/seed";
import { connectDatabase, disconnectDatabase } from "@/server/database/client";
import { applyMigrations } from "@/server/database/migrate";
import { BootFailure } from "@/server/errors";
import { runTool, say } from "@/tools/terminal";
import { withDatabase } from "@/tools/with-database";

/** `npm run db:seed`: two linked people with one check-in behind them, to develop with. */
async function main(): Promise<void> {
  // A known password has no place where people keep their own words.
  if (process.env.NODE_ENV === "production") throw new BootFailure("db:seed is for development: it does nothing here.");
  await withDatabase(async (url) => {
    await applyMigrations(url);
    connectDatabase(url);
    const done = await seed().finally(disconnectDatabase);
    say(
      done === "seeded"
        ? `Mara and Sam are here: ${seedAddresses.join(" and ")}, both with the password “${seedPassword}”.`
        : `${seedAddresses[0]} has an account already; nothing was changed.`,
    );
  });
}

await runTool(main);
