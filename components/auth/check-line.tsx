import type { ReactNode } from "react";

export type CheckLineProps = {
  id: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  error?: ReactNode;
  children: ReactNode;
};

/** A box to tick with a sentence beside it. The whole sentence can be pressed. */
export function CheckLine({ id, checked, onChange, error, children }: CheckLineProps) {
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="flex min-h-11 items-start gap-3 py-2">
        <input
          id={id}
          type="checkbox"
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          className="mt-0.5 size-5 shrink-0 accent-us"
        />
        <span className="max-w-measure">{children}</span>
      </label>
      {error && (
        <p id={`${id}-error`} role="alert" className="text-small font-semibold text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
