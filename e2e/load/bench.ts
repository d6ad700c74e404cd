import { mkdir, writeFile } from "node:fs/promises";
import { help, readBenchOptions } from "./bench-options";
import { costsOf, describeMachine, type Figure, loadNow, tableOf } from "./bench-report";
import { measureBrowser } from "./browser-figures";
import { measureHandOffs, type Started } from "./hand-off-figures";
import { measureHistory } from "./history-figures";
import { measureHostile } from "./hostile-figures";
import { startOwnDatabase } from "./own-database";

const say = (line: string) => process.stdout.write(`${line}\n`);

/** `npm run bench`: what the rooms cost beside the least that any hand-off has to cost. */
async function bench(): Promise<void> {
  const options = readBenchOptions(process.argv.slice(2));
  if (typeof options === "string" || options.help) {
    say(typeof options === "string" ? options : help);
    process.exitCode = typeof options === "string" ? 2 : 0;
    return;
  }
  const started: Started = [];
  // What is stopped in the middle rejects whoever waits for it; that must not end this process before all is stopped.
  let isInterrupted = false;
  const stopAll = async () => {
    for (let one = started.shift(); one; one = started.shift()) await one.stop();
  };
  const interrupted = (signal: NodeJS.Signals) => {
    if (isInterrupted) return;
    isInterrupted = true;
    say(`${signal}: cleans up …`);
    void stopAll().finally(() => process.exit(130));
  };
  process.on("SIGINT", interrupted).on("SIGTERM", interrupted);
  try {
    const loadBefore = loadNow();
    const database = await startOwnDatabase();
    started.unshift(database);
    const machine = describeMachine(database.version);
    say(
      `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, PostgreSQL ${machine.postgres}, load ${loadBefore[0]}`,
    );
    const { rooms, seconds, rounds, only } = options;
    const figures: Figure[] = [];
    if (!only || only === "latency" || only === "throughput")
      figures.push(...(await measureHandOffs(options, database, started, say)));
    if (!only || only === "history") figures.push(...(await measureHistory(rounds, database, say)));
    if (!only || only === "hostile") figures.push(...(await measureHostile(rounds, database, started, say)));
    // By its name alone: it wants the production build, which the others do without.
    if (only === "browser") figures.push(...(await measureBrowser(Math.ceil(rounds / 2), started, say)));
    const loadAfter = loadNow();
    const result = { at: new Date().toISOString(), machine, loadBefore, loadAfter, rooms, seconds, rounds, figures };
    await mkdir("bench/results", { recursive: true });
    await writeFile("bench/results/latest.json", `${JSON.stringify(result, null, 2)}\n`);
    say(
      `\n${tableOf(figures)}\n\n${costsOf(figures)}\n${rooms} rooms, load ${loadBefore[0]} before and ${loadAfter[0]} after.`,
    );
    if (options.check && figures.some(({ goals }) => goals.some(({ met }) => !met))) process.exitCode = 1;
  } catch (error) {
    if (!isInterrupted) throw error;
    // `interrupted` ends the process when everything is stopped.
    await new Promise(() => undefined);
  } finally {
    await stopAll();
  }
}

await bench();
