import type { Server } from "node:http";

export const urlOf = (server: Server): string => {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("not listening");
  return `http://127.0.0.1:${address.port}`;
};
