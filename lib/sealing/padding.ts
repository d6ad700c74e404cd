import { type Bytes, joinBytes } from "@/lib/sealing/bytes";

/** A host sees sizes in steps of this many bytes, and no finer. */
export const paddingStep = 256;
const prefixBytes = 4;

/** Four bytes of length (big-endian), the bytes, then zeros up to the next multiple of 256. */
export function pad(bytes: Bytes): Bytes {
  const prefix = new Uint8Array(prefixBytes);
  new DataView(prefix.buffer).setUint32(0, bytes.length);
  const filled = prefixBytes + bytes.length;
  return joinBytes(prefix, bytes, new Uint8Array(Math.ceil(filled / paddingStep) * paddingStep - filled));
}

/** Null for anything that `pad` does not make. */
export function unpad(padded: Bytes): Bytes | null {
  if (padded.length < paddingStep || padded.length % paddingStep !== 0) return null;
  const end = prefixBytes + new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  if (end > padded.length || padded.length - end >= paddingStep) return null;
  return padded.subarray(end).every((byte) => byte === 0) ? padded.slice(prefixBytes, end) : null;
}
