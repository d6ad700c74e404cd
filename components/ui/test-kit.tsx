import { cleanup, render } from "@testing-library/react";
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
