"use client";

import type { AgreementActions } from "@/components/agreements/use-agreement";
import { useCoupleKey } from "@/components/auth/use-couple-key";
import { useLoaded } from "@/components/ui/use-loaded";
import type { ListedAgreement } from "@/lib/agreements/agreement";
import type { CoupleId, Seat } from "@/lib/ids";

export type StillGoodProps = {
  agreement: ListedAgreement;
  coupleId: CoupleId;
  names: Readonly<Record<Seat, string>>;
  review: AgreementActions["reviewAgreement"];
};

const load = async () => (await import("./still-good-card")).StillGoodCard;

/** An agreement that nobody has looked at for a while, as a question. Without the key on this device it stays away: home asks for no password. */
export function StillGood(props: StillGoodProps) {
  const found = useCoupleKey(props.coupleId);
  const loaded = useLoaded(load);
  if (found.state !== "ready" || loaded.state !== "ready") return null;
  return <loaded.value {...props} coupleKey={found.key} />;
}
