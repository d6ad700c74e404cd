"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useEffect, useRef, useState } from "react";
import { classes } from "./classes";
import { Field, type FieldWords } from "./field";
import { inputLook } from "./input-look";

export type PasswordInputProps = FieldWords & Omit<ComponentProps<"input">, "children" | "type" | "ref">;

/** A password with show and hide. It hides again when its form is sent, so that no browser keeps it as plain text. */
export function PasswordInput({ label, hint, error, optional, id, className, ...rest }: PasswordInputProps) {
  const t = useTranslations("ui.password");
  const ref = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(false);

  useEffect(() => {
    const form = ref.current?.form;
    const hide = () => setShown(false);
    form?.addEventListener("submit", hide);
    return () => form?.removeEventListener("submit", hide);
  }, []);

  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(aria) => (
        <div className="relative">
          <input
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            {...rest}
            {...aria}
            ref={ref}
            type={shown ? "text" : "password"}
            className={classes(inputLook, "min-h-11 pr-20", className)}
          />
          <button
            type="button"
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 right-0 min-w-16 rounded-input px-3 text-small font-semibold text-us underline underline-offset-4"
          >
            {shown ? t("hide") : t("show")}
            <span className="sr-only"> {t("it")}</span>
          </button>
        </div>
      )}
    </Field>
  );
}
