import type { ComponentProps } from "react";
import { classes } from "./classes";
import { Field, type FieldWords } from "./field";
import { inputLook } from "./input-look";

export type SelectFieldProps = FieldWords & ComponentProps<"select">;

/** A native select with its label, hint and error. Give it its options as children. */
export function SelectField({ label, hint, error, optional, id, className, children, ...rest }: SelectFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(aria) => (
        <select
          {...rest}
          {...aria}
          className={classes(inputLook, "min-h-11 w-auto max-w-full justify-self-start", className)}
        >
          {children}
        </select>
      )}
    </Field>
  );
}
