import type { ComponentProps, MouseEvent } from "react";
import { type ButtonTone, buttonLook } from "./button-look";

export type ButtonProps = ComponentProps<"button"> & {
  tone?: ButtonTone;
  /** Fills the row. */
  wide?: boolean;
  /** Something is on its way. The button keeps its focus (so it is not `disabled`) and takes no second press. */
  pending?: boolean;
  /** What it says meanwhile, for example "Sealing your words". Without it the label stays. */
  pendingWords?: string;
};

const takeNoPress = (event: MouseEvent) => event.preventDefault();

export function Button(props: ButtonProps) {
  const {
    tone = "primary",
    wide = false,
    pending = false,
    pendingWords,
    className,
    children,
    type = "button",
    ...rest
  } = props;
  // Server components may not hand a handler to an element: it is only there when a client component asked for it.
  const press = pending ? { onClick: takeNoPress } : {};
  return (
    <button
      {...rest}
      {...press}
      type={type}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      className={buttonLook(tone, wide, className)}
    >
      {pending && pendingWords ? pendingWords : children}
    </button>
  );
}
