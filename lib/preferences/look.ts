import { z } from "zod";
import { contrasts, textSizes, themes } from "./look-choices";

/** How the app is drawn on one device. Kept in the cookie `heard-look`, so that the first paint is right. */
export const lookSchema = z.object({ theme: z.enum(themes), contrast: z.enum(contrasts), text: z.enum(textSizes) });
export type Look = z.infer<typeof lookSchema>;

export const lookCookie = "heard-look";

export const usualLook: Look = { theme: "system", contrast: "system", text: "normal" };

/** `theme.contrast.text`, for example `dark.more.large`. */
export const writeLook = ({ theme, contrast, text }: Look): string => [theme, contrast, text].join(".");

/** Reads the cookie. Anything that is not a look is the usual one, since a cookie can hold anything. */
export const readLook = (written: string | undefined): Look => {
  const [theme, contrast, text, ...more] = (written ?? "").split(".");
  const read = lookSchema.safeParse({ theme, contrast, text });
  return read.success && more.length === 0 ? read.data : usualLook;
};
