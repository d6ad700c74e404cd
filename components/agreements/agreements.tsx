"use client";

import { useTranslations } from "next-intl";
import { NeedKeys } from "@/components/auth/need-keys";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { ListedAgreement } from "@/lib/agreements/agreement";
import type { CoupleId, Seat } from "@/lib/ids";
import type { AgreementCard as Card } from "./agreement-card";
import type { AgreementActions } from "./use-agreement";

export type AgreementsProps = {
  standing: readonly ListedAgreement[];
  letGo: readonly ListedAgreement[];
  /** Whether a cursor led here, past the newest of those that were let go. */
  isEarlier: boolean;
  next: string | null;
  coupleId: CoupleId;
  seat: Seat;
  names: Readonly<Record<Seat, string>>;
  actions: AgreementActions;
};

const load = async () => (await import("./agreement-card")).AgreementCard;

/** What two people have said yes to: what stands first, then what was let go. Needs `agreements`, `turn`, `unlock`, `account`. */
export function Agreements({ standing, letGo, isEarlier, next, ...shared }: AgreementsProps) {
  const t = useTranslations("agreements");
  if (standing.length === 0 && letGo.length === 0 && !isEarlier) {
    return (
      <EmptyState
        title={t("empty.title")}
        action={
          <ButtonLink href="/us" tone="secondary">
            {t("empty.toUs")}
          </ButtonLink>
        }
      >
        {t("empty.text")}
      </EmptyState>
    );
  }
  const list = (agreements: readonly ListedAgreement[], coupleKey: CryptoKey, AgreementCard: typeof Card) => (
    <ul className="grid gap-4">
      {agreements.map((agreement) => (
        <li key={agreement.id}>
          <AgreementCard agreement={agreement} coupleKey={coupleKey} {...shared} />
        </li>
      ))}
    </ul>
  );
  return (
    <NeedKeys coupleId={shared.coupleId} load={load}>
      {(coupleKey, AgreementCard) => (
        <>
          {!isEarlier && (
            <section aria-labelledby="standing" className="grid gap-3">
              <h2 id="standing" className="text-lead font-semibold">
                {t("standing")}
              </h2>
              {standing.length === 0 ? (
                <p className="text-muted">{t("noneStands")}</p>
              ) : (
                list(standing, coupleKey, AgreementCard)
              )}
            </section>
          )}
          {letGo.length > 0 && (
            <section aria-labelledby="let-go" className="grid gap-3">
              <h2 id="let-go" className="text-lead font-semibold">
                {t("goneBefore")}
              </h2>
              {list(letGo, coupleKey, AgreementCard)}
            </section>
          )}
          <div className="flex flex-wrap gap-3">
            {next !== null && (
              <ButtonLink
                href={`/read/agreements?before=${encodeURIComponent(next)}`}
                prefetch={false}
                tone="secondary"
              >
                {t("earlier")}
              </ButtonLink>
            )}
            {isEarlier && (
              <ButtonLink href="/read/agreements" prefetch={false} tone="quiet">
                {t("newest")}
              </ButtonLink>
            )}
          </div>
        </>
      )}
    </NeedKeys>
  );
}
