import { Button, type ButtonProps } from "@/components/ui/button";
import type { CommandType } from "@/lib/check-in/commands";
import { useRoomContext } from "./room";

export type SendButtonProps = Omit<ButtonProps, "type" | "pending"> & {
  /** The command that it sends. Where the view does not allow it now there is no button. */
  command: CommandType;
  /** Submits the form that it is in, or is in another's (`form`). */
  submits?: boolean;
};

/** A button for one command: there only while it is legal, pending while it is on its way, at rest while another is. */
export function SendButton({ command, submits = false, ...rest }: SendButtonProps) {
  const { view, sending } = useRoomContext();
  if (!view.legal.includes(command) && sending !== command) return null;
  return (
    <Button
      {...rest}
      type={submits ? "submit" : "button"}
      pending={sending === command}
      disabled={sending !== null && sending !== command}
    />
  );
}
