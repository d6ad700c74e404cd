import { constants, existsSync } from "node:fs";
import { access, mkdir, rm, stat } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import path from "node:path";
import { BootFailure, errorCode } from "@/server/errors";

/**
 * Makes the data folder if it is missing. Others may pass through it (as root the database runs under its own
 * account) but not look into it; each secret in it is closed to them by its own rights.
 *
 * @throws BootFailure when it cannot be made, read and written
 */
export async function prepareDataFolder(dataDir: string): Promise<void> {
  try {
    await makeFolder(dataDir);
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new BootFailure(
      `The data folder ${dataDir} can't be made, read or written (${errorCode(error)}): set DATA_DIR.`,
    );
  }
}

/** Not by `recursive`: where a folder can never be made, such as under /proc, Node 20 tries for ever. */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) await makeFolder(parent);
  await mkdir(folder, { mode: 0o711 }).catch((error: unknown) => {
    if (errorCode(error) !== "EEXIST") throw error;
  });
}

/**
 * Makes this process the only server on the folder until it ends. The system itself lets go of the lock when
 * the process dies, however it dies, so it can never be stale.
 *
 * @returns what lets go of it
 * @throws BootFailure when another server holds it
 */
export async function lockDataFolder(dataDir: string): Promise<() => Promise<void>> {
  const { dev, ino } = await stat(dataDir);
  // Linux keeps abstract sockets (a leading NUL) outside the file system. Elsewhere a socket file may outlive
  // its process; nobody answers on it then, and it is removed.
  const address = process.platform === "linux" ? `\0heard-data-${dev}-${ino}` : path.join(dataDir, "server.lock");
  const holder = (await hold(address)) ?? (await holdStale(address));
  if (holder === null) throw new BootFailure(`Another Heard is running on the data folder ${dataDir}: stop it first.`);
  return () => new Promise((resolve) => holder.close(() => resolve()));
}

function hold(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error) => (errorCode(error) === "EADDRINUSE" ? resolve(null) : reject(error)));
    server.listen({ path: address }, () => {
      server.unref();
      resolve(server);
    });
  });
}

async function holdStale(address: string): Promise<Server | null> {
  if (address.startsWith("\0") || (await isAnswered(address))) return null;
  await rm(address, { force: true });
  return hold(address);
}

function isAnswered(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ path: address });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
