import { type ReactNode, useId } from "react";

export type SwitchRowProps = {
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** On its way: it shows where it goes and takes no second press. */
  pending?: boolean;
  disabled?: boolean;
  /** Under the words, for example what stands in the way. */
  children?: ReactNode;
};

/** A native checkbox as a switch. On shows by where the knob is and by a tick, never by colour alone. */
export function SwitchRow({ label, hint, checked, onChange, pending = false, disabled, children }: SwitchRowProps) {
  const id = useId();
  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="flex min-h-11 items-start justify-between gap-4">
        <span className="grid min-w-0 gap-1">
          <span id={`${id}-label`} className="font-semibold">
            {label}
          </span>
          {hint && (
            <span id={`${id}-hint`} className="text-small text-muted [overflow-wrap:anywhere]">
              {hint}
            </span>
          )}
        </span>
        <span className="relative inline-flex shrink-0">
          <input
            id={id}
            type="checkbox"
            role="switch"
            checked={checked}
            aria-checked={checked}
            disabled={disabled}
            aria-busy={pending || undefined}
            aria-labelledby={`${id}-label`}
            aria-describedby={hint ? `${id}-hint` : undefined}
            onChange={(event) => {
              if (!pending) onChange(event.target.checked);
            }}
            className="peer h-7 w-12 appearance-none rounded-full border-2 border-control bg-sunken checked:border-us checked:bg-us disabled:opacity-60"
          />
          <svg
            aria-hidden
            viewBox="0 0 20 20"
            className="pointer-events-none absolute top-1 left-1 size-5 text-control transition-transform peer-checked:translate-x-5 peer-checked:text-surface motion-reduce:transition-none"
          >
            <circle cx="10" cy="10" r="9" fill="currentColor" />
            {checked && (
              <path d="m6 10.5 3 3 5-6.5" fill="none" className="stroke-us" strokeWidth="2" strokeLinecap="round" />
            )}
          </svg>
        </span>
      </label>
      {children}
    </div>
  );
}
