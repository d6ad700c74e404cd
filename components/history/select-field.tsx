import { useId } from "react";
import { classes } from "@/components/ui/classes";
import { inputLook } from "@/components/ui/input-look";

export type SelectFieldProps = {
  label: string;
  /** The option that asks for nothing. */
  any: string;
  value: string;
  onPick(id: string): void;
  groups: readonly { label: string | null; options: readonly { id: string; word: string }[] }[];
};

/** One out of many words, by the device's own list. */
export function SelectField({ label, any, value, onPick, groups }: SelectFieldProps) {
  const id = useId();
  const options = (all: SelectFieldProps["groups"][number]["options"]) =>
    all.map((option) => (
      <option key={option.id} value={option.id}>
        {option.word}
      </option>
    ));
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onPick(event.target.value)}
        className={classes(inputLook, "min-h-11")}
      >
        <option value="">{any}</option>
        {groups.map((group) =>
          group.label === null ? (
            options(group.options)
          ) : (
            <optgroup key={group.label} label={group.label}>
              {options(group.options)}
            </optgroup>
          ),
        )}
      </select>
    </div>
  );
}
