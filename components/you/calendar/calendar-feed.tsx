"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Action, ask } from "@/components/join/ask";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { LiveRegion, useAnnounce } from "@/components/ui/live-region";
import { LocalTime } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";
import { NoticesRefusal } from "@/components/you/notices/refusal";
import { FreshAddress } from "./fresh-address";

export type CalendarFeedProps = {
  /** Since when an address stands, as ISO 8601; null: there is none. */
  createdAt: string | null;
  makeFeed: Action<void, { path: string }>;
  revokeFeed: Action<void>;
};

/** The private address for a calendar program: made, shown once, made anew, taken away. Needs `calendarFeed` and `notices`. */
export function CalendarFeed(props: CalendarFeedProps) {
  return (
    <LiveRegion>
      <Feed {...props} />
    </LiveRegion>
  );
}

type Asking = "anew" | "revoke" | null;

function Feed({ createdAt, makeFeed, revokeFeed }: CalendarFeedProps) {
  const t = useTranslations("calendarFeed");
  const announce = useAnnounce();
  // What has just been done here holds over what the page knew when it was read.
  const [stands, setStands] = useState<"asKept" | "gone" | { path: string }>("asKept");
  const [asking, setAsking] = useState<Asking>(null);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  const run = async (work: () => Promise<string | null>) => {
    setPending(true);
    setRefusal(null);
    const refused = await work();
    setPending(false);
    setRefusal(refused);
    if (refused === null) setAsking(null);
  };
  const make = () =>
    run(async () => {
      const answer = await ask(makeFeed, undefined);
      if (!answer.ok) return answer.refusal;
      setStands(answer.value);
      announce(t("onceTitle"));
      return null;
    });
  const revoke = () =>
    run(async () => {
      const answer = await ask(revokeFeed, undefined);
      if (!answer.ok) return answer.refusal;
      setStands("gone");
      announce(t("revoked"));
      return null;
    });

  const isThere = stands === "asKept" ? createdAt !== null : stands !== "gone";
  const questions = {
    anew: { title: "anewTitle", consequences: ["anewOne", "anewTwo"], act: "anew", going: "making", go: make },
    revoke: {
      title: "revokeTitle",
      consequences: ["revokeOne", "revokeTwo"],
      act: "revoke",
      going: "revoking",
      go: revoke,
    },
  } as const;
  const question = questions[asking ?? "revoke"];
  return (
    <Card className="grid gap-4">
      {typeof stands === "object" && <FreshAddress path={stands.path} />}
      {stands === "gone" && (
        <Notice quiet tone="success">
          {t("revoked")}
        </Notice>
      )}
      {!isThere && stands !== "gone" && <p className="text-muted">{t("none")}</p>}
      {stands === "asKept" && createdAt !== null && (
        <div className="grid gap-1">
          <p className="font-semibold">{t("stands")}</p>
          <p className="text-small text-muted">{t.rich("made", { when: () => <LocalTime at={createdAt} /> })}</p>
        </div>
      )}
      {asking === null && <NoticesRefusal refusal={refusal} />}
      {isThere ? (
        <div className="flex flex-wrap gap-2">
          <Button tone="secondary" onClick={() => setAsking("anew")}>
            {t("anew")}
          </Button>
          <Button tone="secondary" onClick={() => setAsking("revoke")}>
            {t("revoke")}
          </Button>
        </div>
      ) : (
        <Button className="justify-self-start" onClick={make} pending={pending} pendingWords={t("making")}>
          {t("make")}
        </Button>
      )}
      <p className="text-small text-muted">{t("sees")}</p>
      <Confirm
        open={asking !== null}
        onClose={() => setAsking(null)}
        onConfirm={question.go}
        title={t(question.title)}
        consequences={question.consequences.map((one) => t(one))}
        confirmLabel={t(question.act)}
        pending={pending}
        pendingWords={t(question.going)}
        error={refusal === null ? null : <NoticesRefusal refusal={refusal} />}
      />
    </Card>
  );
}
