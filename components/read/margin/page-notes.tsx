import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useAnnounce } from "@/components/ui/live-region";
import { SpokenWords } from "@/components/ui/spoken-words";
import { useKeptFocus } from "@/components/ui/use-kept-focus";
import { useOpener } from "@/components/ui/use-opener";
import type { MarginNote } from "@/lib/reading/marginalia";
import { textMaxCharacters } from "@/lib/sealing/text-max-characters";
import { LineForm } from "./line-form";
import { LineWords } from "./line-words";
import { useMargin } from "./margin";
import { TakeAway } from "./take-away";
import { useKeptText } from "./use-kept-text";

export type PageNotesProps = {
  /** The page's key. */
  page: string;
  /** Notes of a page that is no longer there stand on the last one: nothing that was written gets lost. */
  isLast: boolean;
  pages: readonly { id: string }[];
};

/** The margin of one page: notes in each one's colour, and a place for one more. */
export function PageNotes({ page, isLast, pages }: PageNotesProps) {
  const t = useTranslations("together.note");
  const margin = useMargin();
  const { heading: margins, part } = useKeptFocus<HTMLDivElement>(margin?.marginalia.notes.length);
  if (!margin) return null;
  const isHere = (note: MarginNote) => note.page === page || (isLast && !pages.some(({ id }) => id === note.page));
  const notes = margin.marginalia.notes.filter(isHere);
  return (
    <div
      ref={margins}
      tabIndex={-1}
      className="grid gap-3 focus-visible:shadow-none focus-visible:outline-none"
      {...part}
    >
      {notes.length > 0 && (
        <ul aria-label={t("list")} className="grid gap-3 border-t border-border pt-4">
          {notes.map((note) => (
            <li key={note.id} className="grid gap-1 pl-6">
              <Note note={note} />
            </li>
          ))}
        </ul>
      )}
      {margin.actions && <WriteNote page={page} />}
    </div>
  );
}

function Note({ note }: { note: MarginNote }) {
  const t = useTranslations("together.note");
  const margin = useMargin();
  if (!margin) return null;
  const { removeNote, checkInId, seat, names } = margin;
  return (
    <>
      <SpokenWords seat={note.seat} name={names[note.seat]} says={t("says")} className="py-3 [&_blockquote]:text-body">
        <LineWords kind="note" line={note} />
      </SpokenWords>
      {note.seat === seat && (
        <TakeAway
          kind="note"
          className="justify-self-start text-small print:hidden"
          takeAway={() => removeNote({ checkInId, noteId: note.id })}
          said={t("removed")}
        />
      )}
    </>
  );
}

function WriteNote({ page }: { page: string }) {
  const t = useTranslations("together.note");
  const margin = useMargin();
  const announce = useAnnounce();
  const [text, setText] = useKeptText(`${margin?.checkInId}/note/${page}`);
  const { isOpen, setOpen, opener } = useOpener();
  const actions = margin?.actions;
  if (!margin || !actions) return null;

  if (isOpen && text !== null) {
    const { checkInId } = margin;
    return (
      <LineForm
        kind="note"
        max={textMaxCharacters}
        text={text}
        onText={setText}
        send={(noteId, words) => actions.addNote({ checkInId, noteId, page, words })}
        onSent={() => {
          setOpen(false);
          announce(t("sent"));
        }}
        onClose={() => setOpen(false)}
      />
    );
  }
  return (
    <Button
      ref={opener}
      tone="quiet"
      className="-ml-4 justify-self-start print:hidden"
      disabled={text === null}
      onClick={() => setOpen(true)}
    >
      {t(text ? "goOn" : "write")}
    </Button>
  );
}
