import { useTranslations } from "next-intl";
import { NeedChips } from "./need-chips";
import { needText } from "./parts";

export type NeedWordsProps = { text: string; onChange(text: string): void };

/** The chips of the needs beside a field of plain words. */
export function NeedWords({ text, onChange }: NeedWordsProps) {
  const t = useTranslations("feelings.need");
  return (
    <NeedChips
      piece={{ feelings: [], need: text }}
      onChange={({ need }) => onChange(needText(need))}
      legend={t("offered")}
    />
  );
}
