import { type ReactNode, useId } from "react";
import { classes } from "./classes";

export type RadioOption<V extends string> = { value: V; label: ReactNode; hint?: ReactNode };

export type RadioRowProps<V extends string> = {
  legend: ReactNode;
  name: string;
  options: readonly RadioOption<V>[];
  /** With `onChange`, from a client component; otherwise give `defaultValue`. */
  value?: V;
  defaultValue?: V;
  onChange?: (value: V) => void;
  hint?: ReactNode;
  error?: ReactNode;
  hideLegend?: boolean;
  /** `stack` for long labels and for options with a hint. */
  layout?: "row" | "stack";
};

const optionLook =
  "flex min-h-11 max-w-full flex-1 items-center gap-2 wrap-break-word rounded-input border-2 border-transparent px-3 py-2 transition-colors has-checked:border-us has-checked:bg-us-tint has-checked:font-semibold has-checked:text-us has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink";

/** Native radios in one row: arrow keys, forms and screen readers work as everywhere. Chosen shows by dot, edge and weight. */
export function RadioRow<V extends string>(props: RadioRowProps<V>) {
  const { legend, name, options, value, defaultValue, onChange, hint, error, hideLegend, layout = "row" } = props;
  const id = useId();
  const about = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset className="grid min-w-0 gap-1" aria-describedby={about || undefined}>
      <legend className={hideLegend ? "sr-only" : "mb-1 font-semibold"}>{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="text-small text-muted">
          {hint}
        </p>
      )}
      <div
        className={classes(
          "flex gap-1 rounded-card border border-control bg-surface p-1",
          layout === "stack" ? "flex-col" : "flex-wrap",
        )}
      >
        {options.map((option) => (
          <label key={option.value} className={optionLook}>
            <input
              type="radio"
              name={name}
              value={option.value}
              className="size-4 shrink-0 accent-us focus-visible:shadow-none focus-visible:outline-none"
              {...(onChange
                ? { checked: value === option.value, onChange: () => onChange(option.value) }
                : { defaultChecked: (value ?? defaultValue) === option.value })}
            />
            <span className="min-w-0">
              {option.label}
              {option.hint && <span className="block text-small font-normal text-muted">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} role="alert" className="text-small font-semibold text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
