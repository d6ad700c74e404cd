import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderWithWords } from "@/components/ui/test-kit";
import { BeforeBanner } from "./before-banner";

const readableUntil = "2026-03-01T12:00:00.000Z";

test("what may still be read is said with its day, and whose words stay", () => {
  const page = renderWithWords(<BeforeBanner otherName="Sam" readable="both" readableUntil={readableUntil} />);
  expect(document.body.textContent).toContain("To read for both of you until Sunday, March 1, 2026.");
  expect(document.body.textContent).toContain("What Sam wrote is closed then");
  page.rerender(<BeforeBanner otherName={null} readable="left" readableUntil={readableUntil} />);
  expect(screen.getByText(/those that your former partner left to you/)).toBeTruthy();
  page.rerender(<BeforeBanner otherName="Sam" readable="own" readableUntil={readableUntil} />);
  expect(screen.getByText("Here are your own words, for you alone.")).toBeTruthy();
});
