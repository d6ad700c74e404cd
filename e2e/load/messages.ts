import { z } from "zod";
import { checkInIdSchema } from "@/lib/ids";

/** What the bench and its programs say to each other. Numbers of rooms and of check-ins are places in the seeded lists. */

const roomSchema = z.object({ checkInIds: z.array(checkInIdSchema), cookies: z.array(z.string()) });
export type SeededRoom = z.infer<typeof roomSchema>;

export const sideSchema = z.enum(["floor", "product"]);
export type Side = z.infer<typeof sideSchema>;

export const orderSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("connect"),
    urls: z.object({ floor: z.url(), product: z.url() }),
    rooms: z.array(roomSchema),
  }),
  /** Both of each of the first `rooms` rooms go into their check-in of this number. */
  z.object({ type: z.literal("enter"), rooms: z.int(), checkIn: z.int() }),
  /** Each room about once in `everySeconds`, at moments that the seed decides, alike for both sides. */
  z.object({
    type: z.literal("pace"),
    side: sideSchema,
    rooms: z.int(),
    seconds: z.number(),
    everySeconds: z.number(),
    seed: z.int(),
  }),
  /** So many pairs at once, each handing over again as soon as the other has seen it, through so many rooms each. */
  z.object({ type: z.literal("saturate"), side: sideSchema, pairs: z.int(), roomsEach: z.int() }),
]);
export type Order = z.infer<typeof orderSchema>;

export const doneSchema = z.object({ latencies: z.array(z.number()), seconds: z.number(), clientCpuMs: z.number() });
export type Done = z.infer<typeof doneSchema>;
export const readySchema = z.object({ url: z.url() });
export const usageSchema = z.object({ cpuMs: z.number(), retainedBytes: z.number().nullable() });
