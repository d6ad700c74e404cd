import type { Page } from "@playwright/test";

const button = (name: string) => ["button", { name, exact: true }] as const;

/** Presses the one button of exactly this name. */
export const press = (page: Page, name: string): Promise<void> => page.getByRole(...button(name)).click();

/** The same in the sheet that is open. */
export const inSheet = (page: Page, name: string): Promise<void> =>
  page
    .getByRole("dialog")
    .getByRole(...button(name))
    .click();
