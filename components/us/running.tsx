import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import type { Status } from "@/lib/check-in/state";

export type RunningProps = {
  running: {
    checkInId: string;
    status: Status;
    openedByMe: boolean;
    /** When the pause is over, epoch ms; null while there is none. */
    backAt: number | null;
  };
  theirName: string;
  /** The server's clock when the page was read, epoch ms. */
  now: number;
};

const ways = { theirs: "join", mine: "goOn", begun: "goOn", onBreak: "toPause" } as const;
/** From here on the day is said as well. */
const farMs = 20 * 60 * 60 * 1000;

/** The check-in that runs, and the way into it. Needs `us`. */
export function Running({ running, theirName: name, now }: RunningProps) {
  const t = useTranslations("us.running");
  const { checkInId, status, openedByMe, backAt } = running;
  const stands = standing(status, openedByMe);
  return (
    <Card tone="us" aria-labelledby="running" className="grid content-start gap-3">
      <h2 id="running" className="text-lead font-semibold">
        {t(stands, { name })}
      </h2>
      <p>
        {backAt === null ? (
          t(`${stands === "onBreak" ? "begun" : stands}Text`, { name })
        ) : (
          <BackAt {...{ backAt, now }} />
        )}
      </p>
      <ButtonLink href={`/check-in/${checkInId}`} prefetch={false} className="justify-self-start">
        {t(ways[stands])}
      </ButtonLink>
    </Card>
  );
}

const standing = (status: Status, openedByMe: boolean) => {
  if (status === "onBreak") return "onBreak";
  if (status !== "lobby") return "begun";
  return openedByMe ? "mine" : "theirs";
};

function BackAt({ backAt, now }: { backAt: number; now: number }) {
  const t = useTranslations("us.running");
  const isFar = Math.abs(backAt - now) > farMs;
  const time = () => <LocalTime at={new Date(backAt).toISOString()} show={isFar ? "dayAndTime" : "time"} />;
  if (backAt <= now) return t.rich("wasBackAt", { time });
  return t.rich(isFar ? "backOn" : "backAt", { time });
}
