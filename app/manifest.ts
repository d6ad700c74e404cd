import type { MetadataRoute } from "next";
import { getTranslations } from "next-intl/server";

/** For the home screen. On iPhones and iPads notices come only from there. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getTranslations("shell");
  return {
    id: "/us",
    start_url: "/us",
    scope: "/",
    display: "standalone",
    name: t("name"),
    short_name: t("name"),
    description: t("description"),
    background_color: "#fbf8f3",
    theme_color: "#fbf8f3",
    icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml" }],
  };
}
