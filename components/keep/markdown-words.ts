import { useTranslations } from "next-intl";
import type { MarkdownWords } from "@/lib/export/to-markdown";
import { findFeeling } from "@/lib/words/feelings";
import { findNeed } from "@/lib/words/needs";
import { topics } from "@/lib/words/topics";

const kinds = [
  ...(["appreciation", "close", "feelings", "line", "piece", "reflection", "nearly"] as const),
  ...(["mattered", "empathy", "request", "answer", "ending"] as const),
];

/** A picked word by its id; a word of one's own is its own. */
export const pickedWord = (id: string): string =>
  findFeeling(id)?.word ?? findNeed(id)?.word ?? topics.find((topic) => topic.id === id)?.word ?? id;

const date = (iso: string) => new Intl.DateTimeFormat("en", { dateStyle: "long" }).format(new Date(iso));

/** The interface's words around an export. Needs `export` and `before`. */
export function useMarkdownWords(name: string): MarkdownWords {
  const t = useTranslations("export.file");
  const before = useTranslations("before");
  const nameOf = (other: string | null) => other ?? before("someone");
  return {
    title: t("title", { name }),
    about: t("about", { date: date(new Date().toISOString()) }),
    with: (other) => t("with", { name: nameOf(other) }),
    date,
    agreements: t("agreements"),
    me: t("me"),
    them: nameOf,
    letGo: t("letGo"),
    note: t("note"),
    line: t("line"),
    offered: t("offered"),
    loop: t("loop"),
    step: (step) => t(`steps.${step}`),
    absent: {
      takenBack: t("absent.takenBack"),
      notLeft: t("absent.notLeft"),
      couldNotBeOpened: t("absent.couldNotBeOpened"),
      aloud: t("absent.aloud"),
    },
    kind: (kind) => {
      const known = kinds.find((one) => one === kind);
      return known ? t(`kind.${known}`) : kind;
    },
    word: pickedWord,
  };
}
