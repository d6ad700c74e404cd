import { accountActions } from "@/e2e/doors/account-actions";
import type { ActionRow } from "@/e2e/doors/action-row";
import { coupleActions } from "@/e2e/doors/couple-actions";
import { planActions } from "@/e2e/doors/plan-actions";
import { readingActions } from "@/e2e/doors/reading-actions";

/** Each is asked for what is not the visitor's own; what it would do to themselves is other stories'. */
export const actions: Record<string, ActionRow> = {
  ...accountActions,
  ...coupleActions,
  ...planActions,
  ...readingActions,
};
