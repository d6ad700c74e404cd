import { useTranslations } from "next-intl";
import { AgreementCard } from "@/components/agreements/agreement-card";
import { useCoupleKey } from "@/components/auth/use-couple-key";
import { Skeleton } from "@/components/ui/skeleton";
import { useRoomContext, useStep } from "../room";
import { type StandingAgreements, useStandingAgreements } from "../standing-agreements";

/** What the couple agreed on before, each answering for themselves how it goes. Needs `agreements`, `turn`. */
export function OldAgreements() {
  const of = useStandingAgreements();
  const t = useTranslations("room.oldAgreements");
  if (of === null || of.standing.length === 0) {
    return (
      <>
        {of?.live}
        <p className="max-w-measure rounded-card bg-surface p-4">{t("none")}</p>
      </>
    );
  }
  return (
    <>
      {of.live}
      <List of={of} />
    </>
  );
}

function List({ of: { standing, coupleId, actions } }: { of: StandingAgreements }) {
  const { names } = useRoomContext();
  const { me } = useStep();
  const t = useTranslations("room.oldAgreements");
  const found = useCoupleKey(coupleId);
  if (found.state !== "ready") return <Skeleton lines={4} />;
  return (
    <ul className="grid gap-4" aria-label={t("label")}>
      {standing.map((agreement) => (
        <li key={agreement.id}>
          <AgreementCard {...{ agreement, coupleId, names, actions }} coupleKey={found.key} seat={me} />
        </li>
      ))}
    </ul>
  );
}
