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
  /** Which parts this process runs. The parts of a page and its socket are one process today. */
  ROLE: z
    .string()
    .transform((roles) => [...new Set(roles.split(",").map((role) => role.trim()))].sort().join(","))
    .pipe(
      z.enum(
        ["realtime,web,worker", "realtime,web", "worker"],
        "ROLE must be web,realtime,worker (everything), web,realtime (no worker) or worker (alone).",
      ),
    )
    .default("realtime,web,worker"),
  SMTP_URL: z
    .string()
    .refine(
      (url) => /^smtps?:$/.test(urlOf(url)?.protocol ?? "") && urlOf(url)?.hostname !== "",
      "SMTP_URL must look like smtps://name:password@mail.example:465, or be left out to keep mails on this server.",
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.email("MAIL_FROM must be an address of e-mail, for example heard@heard.example."))
    .optional(),
  OPERATOR_TOKEN: z
    .string()
    .min(24, "OPERATOR_TOKEN must have at least 24 characters, or be left out to close the mailbox page.")
    .optional(),
  VAPID_PUBLIC_KEY: z
    .string()
    .regex(
      /^[A-Za-z0-9_-]{87}$/,
      "VAPID_PUBLIC_KEY must be a P-256 point in base64url, or be left out with its other half.",
    )
    .optional(),
  VAPID_PRIVATE_KEY: z
    .string()
    .regex(
      /^[A-Za-z0-9_-]{43}$/,
      "VAPID_PRIVATE_KEY must be 32 bytes in base64url, or be left out with its other half.",
    )
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
  if (parsed.success) {
    const { VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY } = parsed.data;
    if ((VAPID_PUBLIC_KEY === undefined) === (VAPID_PRIVATE_KEY === undefined)) return parsed.data;
    throw new BootFailure("VAPID_PUBLIC_KEY must come together with VAPID_PRIVATE_KEY, or both be left out.");
  }
  throw new BootFailure([...new Set(parsed.error.issues.map(({ message }) => message))].join("\n"));
}

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function isOrigin(url: URL | null): boolean {
  if (url === null || !["http:", "https:"].includes(url.protocol)) return false;
  return url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
}
