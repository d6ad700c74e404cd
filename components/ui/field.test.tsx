import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderWithWords } from "./test-kit";
import { TextInput } from "./text-input";

test("a field is found by its label and read with its hint and its error", () => {
  renderWithWords(<TextInput label="Your name" hint="As your partner calls you" error="Two letters or more." />);
  const input = screen.getByLabelText("Your name");
  const described = (input.getAttribute("aria-describedby") ?? "").split(" ");
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
    "As your partner calls you",
    "Two letters or more.",
  ]);
  expect(input.getAttribute("aria-invalid")).toBe("true");
});

test("an error is spoken when it appears and gone when it is mended", () => {
  const { rerender } = renderWithWords(<TextInput label="Your name" />);
  expect(screen.queryByRole("alert")).toBeNull();
  rerender(<TextInput label="Your name" error="Two letters or more." />);
  expect(screen.getByRole("alert").textContent).toBe("Two letters or more.");
  rerender(<TextInput label="Your name" />);
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.getByLabelText("Your name").hasAttribute("aria-invalid")).toBe(false);
});
