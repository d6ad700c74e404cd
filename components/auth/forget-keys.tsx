"use client";

import { useEffect } from "react";
import { clearKeys } from "@/components/keys/clear-keys";
import { leavePushHere } from "@/components/you/notices/push-here";

/**
 * This browser was signed out from elsewhere: its keys go, and so does what shows notices. Drafts stay: they are sealed with a key that is gone now, and open
 * again for the same person after signing in.
 */
export function ForgetKeys() {
  useEffect(() => {
    void clearKeys();
    void leavePushHere();
  }, []);
  return null;
}
