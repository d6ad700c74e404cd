import { z } from "zod";
import { nameMaxCharacters } from "@/lib/accounts/name-max-characters";

/** Compared and stored in small letters: people do not remember how they once wrote it. */
export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** What the other partner will read. Control characters are refused: they cannot be seen, and PostgreSQL takes no NUL. */
export const nameSchema = z
  .string()
  .trim()
  .min(1)
  .regex(/^\P{Cc}+$/u)
  .refine((name) => [...name].length <= nameMaxCharacters);
