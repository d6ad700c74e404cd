import { useTranslations } from "next-intl";
import { Letter } from "@/components/check-in/letter";
import { WritingCard } from "@/components/check-in/writing-card";
import { PartnerMark } from "@/components/ui/partner-mark";
import type { CheckInRecord } from "@/lib/check-in/record";
import type { Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import type { LetterPage } from "./letter-pages";
import { ReadAgreements } from "./read-agreements";

type Names = Readonly<Record<Seat, string>>;
export type PageWordsProps = { page: LetterPage; record: CheckInRecord; names: Names; isOver?: boolean };

/** What one page holds. What was passed over leaves no gap. */
export function PageWords({ page, record, names, isOver = false }: PageWordsProps) {
  switch (page.kind) {
    case "reveal":
      return <RevealPage page={page} names={names} />;
    case "turn":
      return <TurnPage page={page} names={names} />;
    case "request":
      return <RequestPage page={page} names={names} />;
    case "agreements":
      return <ReadAgreements record={record} names={names} isOver={isOver} />;
  }
}

type Of<Kind extends LetterPage["kind"]> = { page: Extract<LetterPage, { kind: Kind }>; names: Names };

function RevealPage({ page: { written }, names }: Of<"reveal">) {
  return [written.A, written.B].map(
    (writing) => writing && <WritingCard key={writing.commandId} writing={writing} name={names[writing.seat]} />,
  );
}

function TurnPage({ page: { speaker, exchanges, empathy, parked }, names }: Of<"turn">) {
  const t = useTranslations("read.letter");
  return (
    <>
      <Letter exchanges={exchanges} speaker={speaker} names={names} />
      {empathy && (
        <WritingCard writing={empathy} name={names[otherSeat(speaker)]} says={t("empathy")} className="ml-6" />
      )}
      {parked && <p className="text-muted">{t("parked")}</p>}
    </>
  );
}

function RequestPage({ page: { asker, request, answer }, names }: Of<"request">) {
  const t = useTranslations("read.letter");
  const answering = otherSeat(asker);
  return (
    <>
      {request && <WritingCard writing={request} name={names[asker]} says={t("asks")} />}
      {answer?.writing.words && (
        <WritingCard
          writing={answer.writing}
          name={names[answering]}
          says={t(`answer.${answer.how}`)}
          className="ml-6"
        />
      )}
      {answer && !answer.writing.words && (
        <PartnerMark seat={answering} name={names[answering]} className="ml-6">
          {t(`answer.${answer.how}`)}
        </PartnerMark>
      )}
    </>
  );
}
