import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { SpokenWords } from "@/components/ui/spoken-words";
import type { Opened, Readable } from "./opener";
import { PieceWords } from "./piece-words";
import { useOpened } from "./use-opened";

export type WritingCardProps = {
  writing: Readable;
  /** Who wrote it; always shown. */
  name: string;
  /** After the name, for example "says back". */
  says?: ReactNode;
  className?: string;
};

/** What a partner wrote, on their paper. Needs an OpenerProvider around it and the `turn` namespace. */
export function WritingCard({ writing, name, says, className }: WritingCardProps) {
  const opened = useOpened(writing);
  return (
    <SpokenWords seat={writing.seat} name={name} says={says} className={className}>
      <OpenedWords opened={opened} />
    </SpokenWords>
  );
}

function OpenedWords({ opened }: { opened: Opened | null }) {
  const t = useTranslations("turn.words");
  if (opened === null) return <Skeleton lines={2} label={t("opening")} />;
  if (opened.state === "shut") return <AppSays>{t("shut")}</AppSays>;
  if (opened.state === "gone") return <AppSays>{t(opened.gone)}</AppSays>;
  if (opened.state === "aloud") return <AppSays>{t("aloud")}</AppSays>;
  const { words } = opened;
  switch (words.kind) {
    case "piece":
      return <PieceWords piece={words.piece} />;
    case "close": {
      const { thanks, leaving } = words.close;
      if (!thanks && !leaving) return <AppSays>{t("aloud")}</AppSays>;
      return (
        <>
          {thanks && <p>{thanks}</p>}
          {leaving && <p className="mt-2">{t("leaving", { leaving })}</p>}
        </>
      );
    }
    case "text":
      return words.text ? <p>{words.text}</p> : <AppSays>{t("aloud")}</AppSays>;
  }
}

/** The app's own words among a partner's: in its own type, so that nobody takes them for theirs. */
function AppSays({ children }: { children: ReactNode }) {
  return <p className="font-sans text-body italic">{children}</p>;
}
