import type { ComponentProps } from "react";
import { classes } from "./classes";
import { Field, type FieldWords } from "./field";
import { inputLook } from "./input-look";

export type TextInputProps = FieldWords & Omit<ComponentProps<"input">, "children">;

/** One line of text with its label, hint and error. */
export function TextInput({ label, hint, error, optional, id, className, type = "text", ...rest }: TextInputProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(aria) => <input {...rest} {...aria} type={type} className={classes(inputLook, "min-h-11", className)} />}
    </Field>
  );
}
