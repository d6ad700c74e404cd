import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";

/** What the control inside a Field must carry so that its words are read with it. */
export type FieldAria = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

export type FieldWords = {
  label: ReactNode;
  hint?: ReactNode;
  /** The refusal, in words. It is spoken when it appears. */
  error?: ReactNode;
  optional?: boolean;
};

export type FieldProps = FieldWords & {
  id?: string;
  /** Under the control, for example a character count. */
  below?: ReactNode;
  children: (aria: FieldAria) => ReactNode;
};

/** Label, hint, control and error, tied together by ids. TextInput, TextArea and PasswordInput are made of it. */
export function Field({ label, hint, error, optional = false, id: given, below, children }: FieldProps) {
  const made = useId();
  const t = useTranslations("ui");
  const id = given ?? made;
  const describedBy = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  const aria: FieldAria = { id };
  if (describedBy) aria["aria-describedby"] = describedBy;
  if (error) aria["aria-invalid"] = true;
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
        {optional && <span className="font-normal text-muted"> {t("optional")}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-small text-muted">
          {hint}
        </p>
      )}
      {children(aria)}
      {below}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-small font-semibold text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
