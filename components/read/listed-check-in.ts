import type { Status } from "@/lib/check-in/state";

/** A line of the list; instants in epoch milliseconds. */
export type ListedCheckIn = {
  checkInId: string;
  title: string;
  status: Status;
  openedAt: number;
  endedAt: number | null;
  tookAPause: boolean;
};
