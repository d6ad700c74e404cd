import { z } from "zod";

export const themes = ["system", "light", "dark"] as const;
export const contrasts = ["system", "more"] as const;
export const textSizes = ["normal", "large", "larger"] as const;

/** How the app is drawn on one device. Kept in the cookie `heard-look`, so that the first paint is right. */
export const lookSchema = z.object({ theme: z.enum(themes), contrast: z.enum(contrasts), text: z.enum(textSizes) });
export type Look = z.infer<typeof lookSchema>;

export const lookCookie = "heard-look";

export const usualLook: Look = { theme: "system", contrast: "system", text: "normal" };

/** `theme.contrast.text`, for example `dark.more.large`. */
export const writeLook = ({ theme, contrast, text }: Look): string => [theme, contrast, text].join(".");

/** Reads the cookie. Anything that is not a look is the usual one, since a cookie can hold anything. */
export const readLook = (written: string | undefined): Look => {
  const [theme, contrast, text] = (written ?? "").split(".");
  const read = lookSchema.safeParse({ theme, contrast, text });
  return read.success ? read.data : usualLook;
};
