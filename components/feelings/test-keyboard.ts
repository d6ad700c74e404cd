import { act, fireEvent } from "@testing-library/react";

const focusable =
  "button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select, a[href], summary, [tabindex='0']";

const isRadio = (element: Element): element is HTMLInputElement =>
  element instanceof HTMLInputElement && element.type === "radio";

const groupOf = (radio: HTMLInputElement) => [
  ...document.querySelectorAll<HTMLInputElement>(`input[type="radio"][name="${radio.name}"]`),
];

/** A group of radios is one stop: its chosen one, or its first. */
const isStop = (element: HTMLElement) => {
  if (element.tabIndex < 0) return false;
  if (element.closest("details:not([open])") && element.tagName !== "SUMMARY") return false;
  if (!isRadio(element)) return true;
  const group = groupOf(element);
  return element === (group.find((radio) => radio.checked) ?? group[0]);
};

/** Presses keys as a browser answers them, and counts. happy-dom moves no focus by itself. */
export const createKeyboard = () => {
  let strokes = 0;
  const here = () => document.activeElement ?? document.body;
  const tab = () => {
    const stops = [...document.querySelectorAll<HTMLElement>(focusable)].filter(isStop);
    const at = stops.findIndex((stop) => stop === here() || (isRadio(stop) && groupOf(stop).some((r) => r === here())));
    stops[at + 1]?.focus();
  };
  const right = () => {
    const from = here();
    if (!isRadio(from)) return;
    const group = groupOf(from);
    const next = group.at((group.indexOf(from) + 1) % group.length);
    next?.focus();
    if (next) fireEvent.click(next);
  };
  const enter = () => {
    const from = here();
    const wanted = fireEvent.keyDown(from, { key: "Enter" });
    // What a browser does then: a button is pressed, a field of one line hands over its form.
    if (!wanted) return;
    if (from instanceof HTMLButtonElement) fireEvent.click(from);
    else if (from instanceof HTMLInputElement) from.form?.requestSubmit();
  };
  const write = (letter: string) => {
    const field = here();
    if (field instanceof HTMLInputElement) fireEvent.change(field, { target: { value: field.value + letter } });
  };
  const keys = new Map<string, () => void>([
    ["Tab", tab],
    ["Right", right],
    ["Space", () => fireEvent.click(here())],
    ["Enter", enter],
  ]);
  return {
    strokes: () => strokes,
    /** The accessible words of what has the focus, near enough for a test. */
    focused: () => (here().closest("label") ?? here()).textContent ?? "",
    async press(...names: string[]) {
      for (const name of names) {
        strokes += 1;
        await act(async () => (keys.get(name) ?? (() => write(name)))());
      }
    },
  };
};
