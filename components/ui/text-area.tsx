"use client";

import { type ChangeEvent, type ComponentProps, useLayoutEffect, useRef, useState } from "react";
import { CharacterCount } from "./character-count";
import { classes } from "./classes";
import { countCharacters } from "./count-characters";
import { Field, type FieldWords } from "./field";
import { inputLook } from "./input-look";

export type TextAreaProps = FieldWords &
  Omit<ComponentProps<"textarea">, "children" | "maxLength" | "value" | "defaultValue"> & {
    value?: string;
    defaultValue?: string;
    /** In code points. More can be typed, so that a pasted text loses nothing; the field says it is too long. */
    max?: number;
    /** What a partner will read: set in the serif. */
    spoken?: boolean;
  };

const growsByItself = () => typeof CSS !== "undefined" && CSS.supports("field-sizing", "content");

/** Many lines of text; grows with them up to half the screen. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, optional, id, max, spoken, className, onChange, rows = 3, ...rest } = props;
  const ref = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState(props.defaultValue ?? "");
  const words = props.value ?? typed;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the words, which live in the element
  useLayoutEffect(() => {
    const area = ref.current;
    if (!area || growsByItself()) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
  }, [words]);

  const change = (event: ChangeEvent<HTMLTextAreaElement>) => {
    setTyped(event.target.value);
    onChange?.(event);
  };
  const length = countCharacters(words);
  const count = max === undefined ? null : <CharacterCount length={length} max={max} />;
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} below={count}>
      {(aria) => (
        <textarea
          aria-invalid={(max !== undefined && length > max) || undefined}
          {...rest}
          {...aria}
          ref={ref}
          rows={rows}
          onChange={change}
          className={classes(
            inputLook,
            "field-sizing-content max-h-[50dvh] min-h-24 resize-none",
            spoken && "font-spoken text-spoken",
            className,
          )}
        />
      )}
    </Field>
  );
}
