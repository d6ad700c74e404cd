import { useTranslations } from "next-intl";
import type { Export } from "@/lib/export/export";
import { ExportedBeside } from "./exported-beside";
import { ExportedLanePage } from "./exported-lane";
import { useMarkdownWords } from "./markdown-words";
import { SaidWords } from "./said-words";

/** An export as a letter: on screen and, more than that, on paper. Needs `export` and `before`. */
export function ExportedLetter({ made }: { made: Export }) {
  const words = useMarkdownWords(made.name);
  const t = useTranslations("export.file");
  return (
    <article className="letter grid gap-8 font-spoken">
      <p className="hidden text-h1 print:block">{words.title}</p>
      {made.checkIns.map((checkIn) => (
        <section key={checkIn.checkInId} className="grid gap-3 print:break-inside-auto">
          <h2 className="text-lead font-semibold print:break-after-avoid">{words.date(checkIn.openedAt)}</h2>
          <p className="font-sans text-small text-muted">
            {checkIn.title} · {words.with(checkIn.with)}
          </p>
          {checkIn.pages.flatMap((page) =>
            page.writings.map(({ kind, at, said }) => (
              <figure key={`${page.title}-${kind}-${at}`} className="grid gap-1 print:break-inside-avoid">
                <figcaption className="font-sans text-small text-muted">
                  {page.title} · {words.kind(kind)}
                </figcaption>
                <blockquote className="grid gap-2 border-l-2 border-us pl-4">
                  <SaidWords said={said} />
                </blockquote>
              </figure>
            )),
          )}
          {checkIn.agreements.length > 0 && <h3 className="font-semibold">{t("agreements")}</h3>}
          {checkIn.agreements.map(({ agreedAt, askedByMe, request, answer, retiredAt }) => (
            <figure key={agreedAt} className="grid gap-1 print:break-inside-avoid">
              <figcaption className="font-sans text-small text-muted">
                {askedByMe ? words.me : words.them(checkIn.with)}
              </figcaption>
              <SaidWords said={request} />
              <SaidWords said={answer} />
              {retiredAt !== null && <p className="font-sans text-small text-muted">{t("letGo")}</p>}
            </figure>
          ))}
          <ExportedBeside notes={checkIn.notes} lines={checkIn.lines} />
        </section>
      ))}
      {made.lanes?.map((lane) => (
        <ExportedLanePage key={`${lane.with}-${lane.changedAt}`} lane={lane} words={words} />
      ))}
    </article>
  );
}
