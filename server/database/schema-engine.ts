import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  isDriverAdapterError,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQueryable,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import * as engineBindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

type Engine = engineBindings.SchemaEngine;

/**
 * Runs Prisma's schema engine (as WebAssembly, so that no binary is downloaded) on one connection, and closes it.
 *
 * @param work gets the engine; its result is handed back
 */
export async function withSchemaEngine<T>(url: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  await loadEngine();
  const pool = new pg.Pool({ connectionString: url, max: 4, connectionTimeoutMillis: 10_000 });
  pool.on("error", () => undefined);
  // The engine says only "external connector error"; what PostgreSQL said is worth more.
  let scriptError: unknown;
  try {
    const readable = readableFactory(pool, (error) => {
      scriptError = error;
    });
    const factory = bindMigrationAwareSqlAdapterFactory(readable);
    const engine = await engineBindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
    try {
      return await work(engine);
    } catch (error) {
      throw isDriverAdapterError(scriptError) ? new Error(scriptError.cause.originalMessage, { cause: error }) : error;
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

let loading: Promise<void> | undefined;

function loadEngine(): Promise<void> {
  loading ??= (async () => {
    const bindings = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const bytes = await readFile(path.join(path.dirname(bindings), "schema_engine_bg.wasm"));
    const module = await WebAssembly.compile(bytes);
    const { exports } = await WebAssembly.instantiate(module, { "./schema_engine_bg.js": engineBindings });
    engineBindings.__wbg_set_wasm(exports);
    const start = exports.__wbindgen_start;
    if (typeof start !== "function") throw new Error("the schema engine has no start function");
    start();
  })();
  return loading;
}

/**
 * The engine reads PostgreSQL's catalog, whose internal type "char" (oid 18) the adapter refuses. Here it arrives as
 * text and leaves as a character; the empty one as a space, because the engine reads exactly one letter.
 */
function readableFactory(
  pool: pg.Pool,
  onScriptError: (error: unknown) => void,
): SqlMigrationAwareDriverAdapterFactory {
  const characterColumns = new WeakMap<object, number[]>();
  const query = pool.query.bind(pool);
  const readableQuery = async (config: pg.QueryArrayConfig) => {
    const result = await query(config);
    // A script of several statements gives several results, and nobody reads them.
    if (Array.isArray(result)) return result;
    const columns = result.fields.flatMap((field, index) => (field.dataTypeID === 18 ? [index] : []));
    for (const index of columns) {
      const field = result.fields[index];
      if (field !== undefined) field.dataTypeID = 25;
      for (const row of result.rows) if (row[index] === "") row[index] = " ";
    }
    characterColumns.set(result.rows, columns);
    return result;
  };
  const factory = new PrismaPg(Object.assign(pool, { query: readableQuery }));
  const connect = factory.connect.bind(factory);
  return Object.assign(factory, {
    connect: async () => {
      const adapter = await connect();
      const queryRaw = adapter.queryRaw.bind(adapter);
      return Object.assign(adapter, {
        queryRaw: async (asked: Parameters<SqlQueryable["queryRaw"]>[0]): Promise<SqlResultSet> => {
          const set = await queryRaw(asked);
          for (const index of characterColumns.get(set.rows) ?? []) set.columnTypes[index] = ColumnTypeEnum.Character;
          return set;
        },
        // The adapter's own cuts at every semicolon, also inside function bodies. Whole, it is also one transaction.
        executeScript: async (script: string): Promise<void> => {
          await adapter.executeRaw({ sql: script, args: [], argTypes: [] }).catch((error: unknown) => {
            onScriptError(error);
            throw error;
          });
        },
      });
    },
  });
}
