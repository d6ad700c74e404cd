import type { Seat } from "@/lib/ids";
import type { Content } from "@/lib/sealing/contents";

/** Words of a check-in, opened: what one of them wrote at one place. */
export type OpenedWriting = { seat: Seat } & (
  | { kind: "text"; text: string | undefined }
  | { kind: "piece"; piece: Content<"piece"> }
  | { kind: "close"; close: Content<"close"> }
);
