import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { afterEach } from "vitest";
import messages from "@/components/messages/en.json";

afterEach(cleanup);

/** Renders with all interface words, as a page inside <Words> would; what it returns rerenders with them too. */
export const renderWithWords = (node: ReactNode) =>
  render(node, {
    wrapper: ({ children }) => (
      <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
        {children}
      </NextIntlClientProvider>
    ),
  });

/** Presses the one button of this name, and waits for what comes of it. */
export const press = (name: string | RegExp) =>
  act(async () => {
    fireEvent.click(screen.getByRole("button", { name }));
  });

/** What a screen reader was told so far by the page's live region. */
export const announced = () =>
  screen
    .getAllByTestId("announced")
    .map(({ textContent }) => textContent)
    .join("");
