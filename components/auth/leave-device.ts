import { goOn } from "@/components/auth/go-on";
import { sendSignOut } from "@/components/auth/send";
import { clearKeys } from "@/components/keys/clear-keys";
import { clearDrafts } from "@/components/keys/drafts";
import { leavePushHere } from "@/components/you/notices/push-here";

/**
 * The session has ended: nothing of this person stays in the browser, neither keys nor drafts nor the cookie, and
 * nothing that shows notices. Ends with a whole
 * new load, so nothing stays in memory either. The cookie is worth nothing any more; if it cannot be taken off, that is all.
 */
export async function leaveDevice(): Promise<void> {
  await clearKeys();
  clearDrafts();
  await leavePushHere();
  try {
    window.sessionStorage.clear();
  } catch {
    // Storage may be forbidden; then there is nothing in it.
  }
  await sendSignOut();
  goOn("/sign-in");
}
