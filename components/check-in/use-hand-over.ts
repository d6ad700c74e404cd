import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useAnnounce } from "@/components/ui/live-region";
import { useRoomContext, useStep } from "./room";
import { stepHeadingId } from "./step-heading";
import { whoseMove } from "./whose-move";

const notTypedInto: ReadonlySet<string> = new Set(["radio", "checkbox", "button", "submit"]);

const isTyping = (element: Element | null): boolean =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && !notTypedInto.has(element.type));

/**
 * Tells of each hand-over: politely aloud, and by moving the focus to the new screen's sentence, so that a keyboard or a
 * screen reader starts where the screen does. Never away from somebody who is typing, and never out of a sheet.
 */
export const useHandOver = () => {
  const { view, names } = useRoomContext();
  const { act, wait, acts } = useStep();
  const announce = useAnnounce();
  const t = useTranslations("room.said");
  const { seat, says } = whoseMove(view);
  const words = t(says, { name: seat ? names[seat] : "", words: acts ? act : wait });
  // A pause has a screen of its own on the same step, and so has whoever is done and waits for the other.
  const shown = `${view.step}/${view.onBreak ? "pause" : ""}/${acts}`;
  const last = useRef({ shown, words });

  useEffect(() => {
    const before = last.current;
    last.current = { shown, words };
    if (before.words !== words) announce(words);
    if (before.shown === shown || isTyping(document.activeElement) || document.querySelector("dialog[open]")) return;
    document.getElementById(stepHeadingId)?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [announce, shown, words]);
};
