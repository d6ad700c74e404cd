import { type Browser, type BrowserContext, expect } from "@playwright/test";
import { z } from "zod";
import { type LinkedCouple, linkCouple } from "@/e2e/couples";
import { pastOf } from "@/e2e/long-list";
import { addPastCheckIns } from "@/e2e/past-check-ins";
import type { HeardServer } from "@/e2e/start-server";
import { wordsPageSchema } from "@/lib/history/sealed-words";
import { sealedSchema } from "@/lib/sealing/sealed";
import { floorLine } from "./floor-page";
import type { FloorPages } from "./floor-site";
import { watchFrames } from "./watch-frames";

const checkIns = 5_000;
/** The words that one of them has, for whoever looks. */
const rare = { at: 4_321, moment: "We stood at the lighthouse." } as const;
export const life = { checkIns, patterns: 1_000, rare } as const;
const linesOfPage = 100;
export const phone = { width: 390, height: 844 };

/** `lastLine`: the address of the oldest one. */
export type Life = { phone: BrowserContext; couple: LinkedCouple; lastLine: string };

/** Two who have lived through 5,000 check-ins and both want to see patterns. */
export async function seedLife(browser: Browser, server: HeardServer): Promise<Life> {
  const baseURL = server.url;
  const [own, other] = [
    await browser.newContext({ baseURL, viewport: phone, locale: "en-GB" }),
    await browser.newContext({ baseURL, locale: "en-GB" }),
  ];
  for (const context of [own, other]) await watchFrames(context);
  const couple = await linkCouple(server, own, other);
  const past = Array.from({ length: checkIns }, (_, n) => pastOf(n, n === rare.at ? { moment: rare.moment } : {}));
  const ids = await addPastCheckIns(server, couple, past);
  for (const { page } of [couple.mara, couple.sam]) {
    await page.goto("/read/patterns");
    await page.getByRole("button", { name: "I'd like to see them", exact: true }).click();
    await expect(page.getByRole("button", { name: "I'd like to see them", exact: true })).toHaveCount(0);
    await page.goto("/not-therapy");
  }
  return { phone: own, couple, lastLine: `/read/${ids.at(-1)}` };
}

/** The same list, and as many sealed words of the same sizes in the same pages, for the floor to have. */
export async function floorPagesOf({ couple }: Life): Promise<FloorPages> {
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt"]);
  const sealAgain = async (words: unknown) => {
    const { c } = sealedSchema.parse(words);
    const plain = JSON.stringify({ text: pastOf(0).words.reflection }).padEnd(Buffer.from(c, "base64url").length - 16);
    const n = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: n }, key, Buffer.from(plain));
    return { n: Buffer.from(n).toString("base64"), c: Buffer.from(sealed).toString("base64") };
  };
  const pagesOf = async (part: "all" | "chips", most: number): Promise<string[]> => {
    const pages: string[] = [];
    let before: string | null = "";
    for (let count = 0; before !== null && count < most; ) {
      const asked = new URLSearchParams({ part, ...(before && { before }) });
      const answer: unknown = await (await couple.sam.page.request.get(`/read/words?${asked}`)).json();
      const { value } = z.object({ value: wordsPageSchema }).parse(answer);
      const sealed = value.checkIns.flatMap(({ writings }) => writings ?? []).filter(({ words }) => words !== null);
      pages.push(JSON.stringify(await Promise.all(sealed.map(({ words }) => sealAgain(words)))));
      count += value.checkIns.length;
      before = value.next;
    }
    return pages;
  };
  const lines = Array.from({ length: checkIns }, (_, n) => floorLine(n, pastOf(n).at));
  return {
    key: Buffer.from(raw).toString("base64"),
    words: await pagesOf("all", checkIns),
    chips: await pagesOf("chips", life.patterns),
    lines: Array.from({ length: checkIns / linesOfPage }, (_, page) =>
      lines.slice(page * linesOfPage, (page + 1) * linesOfPage).join(""),
    ),
  };
}
