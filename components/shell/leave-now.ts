import { neutralSite } from "./neutral-site";

const mark = "heard-left";

const away = (to: string) => {
  // At once, before the network answers: what was on the screen is gone even if the other site is slow.
  document.documentElement.hidden = true;
  document.title = "";
  window.location.replace(to);
};

/**
 * Leaves this page: hides it, forgets what the tab kept, and puts a neutral site in its place, so that Back does not lead to it.
 * Keys and drafts stay on the device; `forget` runs first for those who chose otherwise, and is not waited for.
 */
export const leaveNow = (forget?: () => void, to: string = neutralSite): void => {
  try {
    forget?.();
    window.sessionStorage.clear();
    // Earlier pages of ours are still behind Back, and no script can take them out: this mark lets them leave again.
    window.sessionStorage.setItem(mark, "1");
  } finally {
    away(to);
  }
};

/**
 * Called when a page of ours shows. Reached by Back after leaving, it leaves again; shown from the browser's memory, it is
 * loaded anew, because what it shows may no longer be this person's to see. Reached on purpose, the mark is taken off.
 */
export const onShown = (fromMemory: boolean, to: string = neutralSite): void => {
  const [entry] = performance.getEntriesByType("navigation");
  const byHistory = fromMemory || (entry !== undefined && "type" in entry && entry.type === "back_forward");
  const left = window.sessionStorage.getItem(mark) !== null;
  if (left && byHistory) away(to);
  else if (fromMemory) window.location.reload();
  else window.sessionStorage.removeItem(mark);
};
