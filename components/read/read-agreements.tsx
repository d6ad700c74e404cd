import Link from "next/link";
import { useTranslations } from "next-intl";
import { WritingCard } from "@/components/check-in/writing-card";
import type { CheckInRecord } from "@/lib/check-in/record";
import type { Seat } from "@/lib/ids";

export type ReadAgreementsProps = {
  record: CheckInRecord;
  names: Readonly<Record<Seat, string>>;
  isOver?: boolean;
};

/** What both said yes to, and whether it still stands. Letting go is done where the check-in ended. */
export function ReadAgreements({ record: { checkInId, agreements }, names, isOver = false }: ReadAgreementsProps) {
  const t = useTranslations("read.letter");
  const someStand = !isOver && agreements.some(({ retiredAt }) => retiredAt === null);
  return (
    <>
      <ul className="grid gap-6">
        {agreements.map(({ id, request, answer, retiredAt }) => (
          <li key={id} className="grid gap-2">
            <WritingCard writing={request} name={names[request.seat]} says={t("asks")} />
            {answer.words && (
              <WritingCard writing={answer} name={names[answer.seat]} says={t("answered")} className="ml-6" />
            )}
            <p className="text-muted">{t(retiredAt === null ? "stands" : "letGo")}</p>
          </li>
        ))}
      </ul>
      {someStand && (
        <Link
          href={`/check-in/${checkInId}`}
          prefetch={false}
          className="inline-flex min-h-11 items-center justify-self-start text-us underline underline-offset-4 print:hidden"
        >
          {t("change")}
        </Link>
      )}
    </>
  );
}
