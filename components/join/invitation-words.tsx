"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { SpokenWords } from "@/components/ui/spoken-words";
import { coupleIdSchema } from "@/lib/ids";
import type { OpenInvitation } from "@/lib/invitation/invitation";
import type { Bytes } from "@/lib/sealing/bytes";
import { importCoupleKey } from "@/lib/sealing/couple-key";
import { openInvitationWords } from "@/lib/sealing/make-invitation";

/** What the inviter wrote, opened here. Nothing where they wrote nothing; a calm line where it can't be opened. */
export function InvitationWords({ invitation, coupleKey }: { invitation: OpenInvitation; coupleKey: Bytes }) {
  const t = useTranslations("join");
  const [words, setWords] = useState<string | null>("");
  const { coupleId, words: sealed } = invitation;
  const sealedText = JSON.stringify(sealed);
  // biome-ignore lint/correctness/useExhaustiveDependencies: sealedText stands for sealed, which is another object each time
  useEffect(() => {
    let gone = false;
    const open = async () => {
      const opened = await openInvitationWords(
        await importCoupleKey(coupleKey),
        coupleIdSchema.parse(coupleId),
        sealed,
      );
      if (!gone) setWords(opened.ok ? opened.value : null);
    };
    void open();
    return () => {
      gone = true;
    };
  }, [coupleId, sealedText, coupleKey]);
  if (words === null) return <Notice quiet>{t("noWords")}</Notice>;
  if (words === "") return null;
  return (
    <SpokenWords seat="A" name={invitation.inviter.name}>
      {words}
    </SpokenWords>
  );
}
