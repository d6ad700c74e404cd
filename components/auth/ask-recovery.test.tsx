import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, it, vi } from "vitest";
import { AskRecovery } from "@/components/auth/ask-recovery";
import messages from "@/components/messages/en.json";
import { ok } from "@/lib/result";

vi.mock("@/components/auth/send", () => ({ sendAskRecovery: async () => ok(null) }));
vi.mock("@/components/auth/use-can-seal", () => ({ useCanSeal: () => true }));

afterEach(cleanup);

async function ask(mailLeaves: boolean) {
  render(
    <NextIntlClientProvider locale="en" messages={messages}>
      <AskRecovery mailLeaves={mailLeaves} />
    </NextIntlClientProvider>,
  );
  fireEvent.change(screen.getByLabelText("E-mail address"), { target: { value: "mara@example.org" } });
  fireEvent.click(screen.getByRole("button", { name: "Send me a link" }));
  await screen.findByText(/If mara@example.org has an account here/);
}

it("says that a mail is on its way only where mail leaves the server", async () => {
  await ask(true);
  expect(screen.getByRole("heading", { name: "Look at your mail" })).toBeTruthy();
});

it("sends people to whoever runs the server where no mail leaves it", async () => {
  await ask(false);
  expect(screen.getByRole("heading", { name: "Ask whoever runs this server" })).toBeTruthy();
  expect(screen.queryByText(/mail is on its way/)).toBeNull();
});
