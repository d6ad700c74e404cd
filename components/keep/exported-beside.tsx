import { useTranslations } from "next-intl";
import type { ExportedCheckIn } from "@/lib/export/export";
import { SaidWords } from "./said-words";

/** What was written beside a check-in: in the margin, and as its line. Needs `export`. */
export function ExportedBeside({ notes = [], lines = [] }: Pick<ExportedCheckIn, "notes" | "lines">) {
  const t = useTranslations("export.file");
  const all = [
    ...notes.map(({ page, at, said }) => ({
      key: `note ${at}`,
      label: page ? `${page} · ${t("note")}` : t("note"),
      said,
    })),
    ...lines.map(({ agreedAt, said }) => ({
      key: `line ${agreedAt}`,
      label: t(agreedAt === null ? "offered" : "line"),
      said,
    })),
  ];
  return all.map(({ key, label, said }) => (
    <figure key={key} className="grid gap-1 print:break-inside-avoid">
      <figcaption className="font-sans text-small text-muted">{label}</figcaption>
      <blockquote className="grid gap-2 border-l-2 border-us pl-4">
        <SaidWords said={said} />
      </blockquote>
    </figure>
  ));
}
