"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { NeedKeys } from "@/components/auth/need-keys";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { PlanView } from "@/lib/plan/planning";
import type { AskFormProps } from "./ask-form";
import { WishGate } from "./wish-gate";

export type AskProps = Omit<AskFormProps, "coupleKey" | "counterOf" | "seat"> &
  Pick<PlanView, "now" | "proposal" | "proposeFrom" | "lately"> & {
    /** The other's asking that is to be answered with other times. */
    instead: string | null;
    /** The next planned check-in, epoch ms. */
    nextAt: number | null;
  };

const load = async () => (await import("./ask-form")).AskForm;

/** The page of asking, as things stand: the form, or what stands in its way and the next step. Needs `plan`, `unlock`, `account`. */
export function Ask({ now, proposal, proposeFrom, lately, instead, nextAt, ...form }: AskProps) {
  const { pair } = form;
  // What stood open when somebody came here: their own asking, once it is sent, does not take the form's last words away.
  const [found] = useState(() => standing({ proposal, proposeFrom, lately, instead, now }));
  const counterOf = found === "counter" ? instead : null;
  const asking = (
    <NeedKeys coupleId={form.coupleId} load={load}>
      {(coupleKey, AskForm) => (
        <AskForm
          {...form}
          at={form.at ?? (counterOf === null ? undefined : proposal?.times[0])}
          seat={pair.seat}
          coupleKey={coupleKey}
          counterOf={counterOf}
        />
      )}
    </NeedKeys>
  );
  switch (found) {
    case "free":
    case "counter":
      return asking;
    case "rests":
      return <WishGate pair={pair} nextAt={nextAt} againAt={proposeFrom} />;
    case "lately":
      return (
        <WishGate pair={pair} nextAt={nextAt} againAt={null}>
          {asking}
        </WishGate>
      );
    default:
      return <Stands how={found} name={pair.theirName} />;
  }
}

type Standing = Pick<AskProps, "proposal" | "proposeFrom" | "lately" | "instead" | "now">;

type Found = "free" | "counter" | "rests" | "lately" | "openMine" | "openTheirs" | "gone";

function standing({ proposal, proposeFrom, lately, instead, now }: Standing): Found {
  if (proposal?.mine) return "openMine";
  if (proposal) return proposal.proposalId === instead ? "counter" : "openTheirs";
  if (instead !== null) return "gone";
  if (proposeFrom !== null && proposeFrom > now) return "rests";
  return lately === null ? "free" : "lately";
}

function Stands({ how, name }: { how: "openMine" | "openTheirs" | "gone"; name: string }): ReactNode {
  const t = useTranslations("plan.ask");
  return (
    <EmptyState
      title={t(how, { name })}
      action={
        <ButtonLink href="/plan" prefetch={false} tone="secondary">
          {t("toPlan")}
        </ButtonLink>
      }
    >
      {t(`${how}Text`, { name })}
    </EmptyState>
  );
}
