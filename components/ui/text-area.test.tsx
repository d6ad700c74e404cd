import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderWithWords } from "./test-kit";
import { TextArea } from "./text-area";

const write = (words: string) => fireEvent.change(screen.getByRole("textbox"), { target: { value: words } });
const invalid = () => screen.getByRole("textbox").getAttribute("aria-invalid");

test("characters are counted as code points, so ten hearts are ten", () => {
  renderWithWords(<TextArea label="Words" max={10} />);
  write("💜".repeat(10));
  expect(screen.getByText("0 characters left")).toBeDefined();
  expect(invalid()).toBeNull();
});

test("what is too long is said and kept whole", () => {
  renderWithWords(<TextArea label="Words" max={10} />);
  write("a".repeat(12));
  expect(screen.getByText("2 characters too many")).toBeDefined();
  expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toHaveLength(12);
  expect(invalid()).toBe("true");
});

test("the room that is left is spoken in steps and not at each letter", () => {
  const { container } = renderWithWords(<TextArea label="Words" max={100} />);
  const spoken = () => container.querySelector("[aria-live=polite]")?.textContent;
  const heard = [70, 80, 81, 85, 90, 95, 100, 101].map((length) => {
    write("a".repeat(length));
    return spoken();
  });
  expect(heard).toEqual([
    "",
    "Fewer than 20 characters left",
    "Fewer than 20 characters left",
    "Fewer than 20 characters left",
    "Fewer than 10 characters left",
    "Fewer than 5 characters left",
    "No room left",
    "This is longer than fits. Nothing is lost.",
  ]);
});
