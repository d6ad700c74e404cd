import { useLayoutEffect, useRef } from "react";

const crossing = { duration: 320, easing: "cubic-bezier(0.2, 0, 0, 1)" };

/**
 * Lets an element cross from where it was to where it is, whenever `place` changes; who asked for less motion sees it there at once
 * (a fade would have faint words for a moment, and those are hard to read).
 * Not React's ViewTransition: React hears no event between its commit and the browser's answer, and a word that is typed in
 * that time is lost.
 */
export const useCrossing = <E extends HTMLElement>(place: string) => {
  const element = useRef<E>(null);
  const before = useRef<{ place: string; left: number } | null>(null);
  useLayoutEffect(() => {
    const here = element.current;
    if (!here) return;
    const { left } = here.getBoundingClientRect();
    const was = before.current;
    before.current = { place, left };
    if (!was || was.place === place || typeof here.animate !== "function") return;
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    here.animate({ transform: [`translateX(${was.left - left}px)`, "none"] }, crossing);
  }, [place]);
  return element;
};
