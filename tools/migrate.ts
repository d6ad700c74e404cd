import "@/server/env-file";
import { applyMigrations } from "@/server/database/migrate";
import { runTool, say } from "@/tools/terminal";
import { withDatabase } from "@/tools/with-database";

/** `npm run db:migrate`: what every start does first, alone. */
await runTool(() =>
  withDatabase(async (url) => {
    const applied = await applyMigrations(url);
    say(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
  }),
);
