import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * Listens to a page from now on. `expectQuiet` finds no error in its console (a policy's refusal is one), none thrown, and no
 * request or socket to any other host than `url`'s.
 */
export function watchPage(page: Page, url: string): { expectQuiet(): void } {
  const said: string[] = [];
  const elsewhere: string[] = [];
  const { host } = new URL(url);
  const visit = (address: string) => {
    const asked = new URL(address);
    if (["http:", "https:", "ws:", "wss:"].includes(asked.protocol) && asked.host !== host) elsewhere.push(address);
  };
  page.on("console", (message) => {
    if (message.type() === "error") said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(`${error.name}: ${error.message}`));
  page.on("request", (request) => visit(request.url()));
  page.on("websocket", (socket) => visit(socket.url()));
  return {
    expectQuiet() {
      expect(said, "the console").toEqual([]);
      expect(elsewhere, "requests to other hosts").toEqual([]);
    },
  };
}

/**
 * Nothing that axe knows is wrong with what is on the screen now, in light and in dark. From then on the page moves as little as
 * it can.
 *
 * @param screen what it is called where something is wrong; without, its path
 */
export async function expectAccessible(page: Page, screen = new URL(page.url()).pathname): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await expectAccessibleNow(page, `${screen}, light`);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  // Everything but the colours was looked at just now.
  await expectAccessibleNow(page, `${screen}, dark`, ["color-contrast"]);
  await page.emulateMedia({ colorScheme: null });
}

/** As `expectAccessible`, in the colours that the page has; with all that axe knows, or by the named rules alone. */
export async function expectAccessibleNow(page: Page, screen: string, rules?: string[]): Promise<void> {
  await page.evaluate(settle);
  // "Legacy" looks at the page alone, in the page: there are no frames to gather from another one.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
    screen,
  ).toEqual([]);
}

/** Colours on their way to another are nobody's colours, and what is folded away never arrives. Runs in the page. */
const settle = (): void => {
  for (const each of document.getAnimations()) {
    if (each.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) each.finish();
  }
};
