import { useTranslations } from "next-intl";
import { useId } from "react";

export type LeaveWordsChoiceProps = { name: string; checked: boolean; onChange: (checked: boolean) => void };

/** Whether the other may keep one's words. Needs `unlink`. */
export function LeaveWordsChoice({ name, checked, onChange }: LeaveWordsChoiceProps) {
  const t = useTranslations("unlink.leave");
  const hint = useId();
  return (
    <div className="grid gap-1">
      <label className="flex min-h-11 items-center gap-3 font-semibold">
        <input
          type="checkbox"
          className="size-5 shrink-0 accent-us"
          checked={checked}
          aria-describedby={hint}
          onChange={(event) => onChange(event.target.checked)}
        />
        {t("label", { name })}
      </label>
      <p id={hint} className="max-w-measure pl-8 text-small text-muted">
        {t("hint")}
      </p>
    </div>
  );
}
