import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CheckChip } from "@/components/ui/check-chip";
import { TextInput } from "@/components/ui/text-input";
import { feelingWords } from "./lane-steps";
import { LoopRefusalNote } from "./loop-refusal-note";
import { useLoop } from "./loop-table";

export type WordPickerProps = {
  part: "surface" | "tender";
  words: readonly string[];
  onWords(words: string[]): void;
};

const mostWords = 3;
const longestWord = 60;

/** Up to three words: one's own, or those that one has used before. Nothing is looked for until somebody asks. */
export function WordPicker({ part, words, onWords }: WordPickerProps) {
  const t = useTranslations("loop");
  const { coupleKey, coupleId, seat, actions } = useLoop();
  const [own, setOwn] = useState("");
  const [offered, setOffered] = useState<readonly string[] | null>(null);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isFull = words.length >= mostWords;

  const add = (word: string) => {
    const next = word.trim();
    if (next === "" || [...next].length > longestWord || isFull || words.includes(next)) return;
    onWords([...words, next]);
    setOwn("");
  };
  const look = async () => {
    if (pending) return;
    setPending(true);
    setRefusal(null);
    try {
      const { findOwnWords } = await import("./find-own-words");
      const found = await findOwnWords(actions.listOwnPieces, { coupleKey, coupleId, seat });
      if (found.ok) setOffered(part === "surface" ? found.value.feelings : found.value.tender);
      else setRefusal(found.refusal);
    } catch {
      setRefusal("offline");
    }
    setPending(false);
  };
  const chips = [...new Set([...words, ...(offered ?? [])])];
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-semibold">{t(`steps.${part}`)}</legend>
      <p className="text-small text-muted">{t(`hints.${part}`)}</p>
      {chips.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {chips.map((word) => (
            <CheckChip
              key={word}
              checked={words.includes(word)}
              disabled={isFull && !words.includes(word)}
              onChange={({ target }) =>
                target.checked ? add(word) : onWords(words.filter((chosen) => chosen !== word))
              }
            >
              {feelingWords([word])}
            </CheckChip>
          ))}
        </div>
      )}
      {isFull && <p className="text-small text-muted">{t("own.threeWords")}</p>}
      {!isFull && (
        <div className="flex flex-wrap items-end gap-2">
          <div className="min-w-40 flex-1">
            <TextInput
              label={t("own.word")}
              value={own}
              maxLength={longestWord}
              autoComplete="off"
              onChange={(event) => setOwn(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
                event.preventDefault();
                add(own);
              }}
            />
          </div>
          <Button tone="secondary" onClick={() => add(own)}>
            {t("own.addWord")}
          </Button>
        </div>
      )}
      {offered === null ? (
        <Button tone="quiet" className="-ml-4 justify-self-start" pending={pending} onClick={look}>
          {t("own.mine")}
        </Button>
      ) : (
        <p role="status" className="text-small text-muted">
          {t(offered.length === 0 ? "own.mineNone" : "own.mineHere")}
        </p>
      )}
      <LoopRefusalNote refusal={refusal} />
    </fieldset>
  );
}
