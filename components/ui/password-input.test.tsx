import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { PasswordInput } from "./password-input";
import { renderWithWords } from "./test-kit";

const renderInForm = () =>
  renderWithWords(
    <form aria-label="Sign in" onSubmit={(event) => event.preventDefault()}>
      <PasswordInput label="Password" />
    </form>,
  );

test("a password is hidden until its owner asks, and again when they ask", () => {
  renderInForm();
  const input = screen.getByLabelText("Password");
  expect(input.getAttribute("type")).toBe("password");
  fireEvent.click(screen.getByRole("button", { name: "Show password" }));
  expect(input.getAttribute("type")).toBe("text");
  fireEvent.click(screen.getByRole("button", { name: "Hide password" }));
  expect(input.getAttribute("type")).toBe("password");
});

test("a shown password hides when its form is sent", () => {
  renderInForm();
  fireEvent.click(screen.getByRole("button", { name: "Show password" }));
  fireEvent.submit(screen.getByRole("form"));
  expect(screen.getByLabelText("Password").getAttribute("type")).toBe("password");
});
