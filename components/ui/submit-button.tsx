"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";

/** The button of a form whose action is a server action: pending by itself while the action runs. */
export function SubmitButton({ pending = false, ...rest }: ButtonProps) {
  const status = useFormStatus();
  return <Button {...rest} type="submit" pending={pending || status.pending} />;
}
