import { type Happening, subscribe } from "@/server/publish";

/** What is published while this is done, in order. */
export async function happeningsOf(work: () => Promise<unknown>): Promise<Happening[]> {
  const heard: Happening[] = [];
  const stop = subscribe((happening) => heard.push(happening));
  await work().finally(stop);
  return heard;
}
