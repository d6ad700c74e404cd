import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useAnnounce } from "@/components/ui/live-region";
import type { usePages } from "../use-pages";
import { useTogether } from "./use-together";

type Page = { key: string; title: string };
type Turned = Pick<ReturnType<typeof usePages>, "shown" | "how" | "goTo">;

/**
 * Keeps the open page and the one that is read together in step: tells which page is open here, and goes where this person is
 * led. Nobody who is writing is led away from their words, and the focus moves only if it would be lost.
 */
export const useLead = (pages: readonly Page[], { shown, how, goTo }: Turned): void => {
  const together = useTogether();
  const t = useTranslations();
  const announce = useAnnounce();
  const client = together?.client;
  const lead = together?.state.lead ?? null;
  const key = pages[shown]?.key;
  const latest = useRef({ pages, key });
  latest.current = { pages, key };

  useEffect(() => {
    if (client && key !== undefined) void client.turned(key, how === "byHand");
  }, [client, key, how]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new lead leads; turning away from one is no reason to be led back
  useEffect(() => {
    const { pages, key } = latest.current;
    if (!client || lead === null || lead === key) return;
    const index = pages.findIndex((page) => page.key === lead);
    const page = pages[index];
    // A page that only the other one has: their half of what was never opened together.
    if (!page) return;
    const focused = document.activeElement;
    if (focused?.closest("input, textarea, dialog") || hasWordsBegun()) return client.stay();
    goTo(index, focused?.closest("[data-letter-page]") != null);
    announce(t("together.turnedTo", { title: page.title }));
  }, [client, lead]);
};

/** Whether the open page holds a note that somebody is in the middle of, wherever the focus is now. */
const hasWordsBegun = (): boolean => {
  const fields = document.querySelectorAll<HTMLTextAreaElement>("[data-letter-page]:not(.hidden) textarea");
  return [...fields].some(({ value }) => value !== "");
};
