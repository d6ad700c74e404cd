import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Words } from "@/components/messages/words";
import { SkipLink } from "@/components/shell/skip-link";
import { loadLook } from "@/server/preferences/loaders";
import { fontClasses } from "./fonts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { default: t("name"), template: `%s · ${t("name")}` },
    description: t("description"),
    applicationName: t("name"),
    referrer: "no-referrer",
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  // The page gets smaller when the keyboard opens, so sticky bars stay above it and the focused field stays in sight.
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf8f3" },
    { media: "(prefers-color-scheme: dark)", color: "#13181d" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading the headers makes every page dynamic. A static page would carry no nonce, and its scripts would not run.
  const requestId = (await headers()).get("x-request-id") ?? undefined;
  const look = await loadLook();
  return (
    <html
      lang="en"
      className={fontClasses}
      data-theme={look.theme}
      data-contrast={look.contrast}
      data-text={look.text}
      data-request={requestId}
    >
      <body className="flex flex-col">
        <SkipLink />
        <Words namespaces={["error"]}>{children}</Words>
      </body>
    </html>
  );
}
