import path from "node:path";
import { z } from "zod";
import { BootFailure } from "@/server/errors";

export const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const schema = z.object({
  PORT: z.coerce
    .number("PORT must be a whole number from 0 to 65535, for example 3000.")
    .refine(
      (port) => Number.isInteger(port) && port >= 0 && port <= 65_535,
      "PORT must be a whole number from 0 to 65535, for example 3000.",
    )
    .default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]+$/, "HOST must be a name or an address to listen on, for example 127.0.0.1.")
    .default("127.0.0.1"),
  DATA_DIR: z
    .string()
    .default(".data")
    .transform((folder) => path.resolve(folder)),
  DATABASE_URL: z
    .string()
    .refine(
      (url) => /^postgres(ql)?:$/.test(urlOf(url)?.protocol ?? ""),
      "DATABASE_URL must look like postgresql://name:password@host:5432/database, or be left out for the built-in one.",
    )
    .optional(),
  PUBLIC_URL: z
    .string()
    .refine(
      (url) => isOrigin(urlOf(url)),
      "PUBLIC_URL must be the address people open, without a path, for example https://heard.example.",
    )
    .transform((url) => new URL(url).origin)
    .optional(),
  /** A proxy of the operator's own stands in front and writes `x-forwarded-for`. Without one, visitors could write it. */
  TRUST_PROXY: z.enum(["yes", "no"], "TRUST_PROXY must be yes or no.").optional(),
  NEXTAUTH_SECRET: z
    .string()
    .min(32, "NEXTAUTH_SECRET must have at least 32 characters, or be left out to have one made.")
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `LOG_LEVEL must be one of ${logLevels.join(", ")}.`).optional(),
});

export type Env = z.infer<typeof schema>;

/**
 * What the operator set. An empty variable counts as unset.
 *
 * @param variables process.env, or a test's own
 * @throws BootFailure with one sentence a line for each wrong variable; the values stay out of it
 */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new BootFailure([...new Set(parsed.error.issues.map(({ message }) => message))].join("\n"));
}

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function isOrigin(url: URL | null): boolean {
  if (url === null || !["http:", "https:"].includes(url.protocol)) return false;
  return url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
}
