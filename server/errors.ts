/**
 * Something outside the code keeps the server from running: a taken port, a closed folder, a wrong variable.
 * Its message is one whole sentence for the person at the terminal; no stack is ever shown for it.
 */
export class BootFailure extends Error {
  override readonly name = "BootFailure";
}

/** By name, because a class may exist several times in one process (server, page, route handler). */
export function isBootFailure(error: unknown): error is BootFailure {
  return error instanceof Error && error.name === "BootFailure";
}

/** The `code` of a system or database error (`EADDRINUSE`, `28P01`), or undefined. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
