import { randomBytes } from "node:crypto";
import { type CheckInId, checkInIdSchema } from "@/lib/ids";

/** UUID version 7 (RFC 9562, 5.7): 48 bits of time first, so that new rows lie together at the end of their indexes. */
export const newCheckInId = (now: number): CheckInId => {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return checkInIdSchema.parse(bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"));
};
