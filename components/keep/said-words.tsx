import { useTranslations } from "next-intl";
import type { Said } from "@/lib/export/export";
import { pickedWord } from "./markdown-words";

/** Words in the clear, as they stand in an export. Needs `export`. */
export function SaidWords({ said }: { said: Said }) {
  const t = useTranslations("export.file.absent");
  if ("absent" in said) return <p className="font-sans text-body italic">{t(said.absent)}</p>;
  if ("text" in said) return <p className="whitespace-pre-wrap">{said.text}</p>;
  const parts =
    "close" in said
      ? [said.close.thanks, said.close.leaving]
      : [
          said.piece.feelings.map(({ word }) => pickedWord(word)).join(", "),
          said.piece.softer && pickedWord(said.piece.softer),
          said.piece.moment,
          said.piece.need && pickedWord(said.piece.need),
          said.piece.opening,
        ];
  return parts.filter(Boolean).map((part) => (
    <p key={part} className="whitespace-pre-wrap">
      {part}
    </p>
  ));
}
