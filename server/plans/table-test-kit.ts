import { beforeEach } from "vitest";
import { addPlanning } from "@/server/plans/test-kit";

type Two = Awaited<ReturnType<typeof addPlanning>>;

// What a test file imports from here is always the couple of the test that runs.
export let a: Two["a"];
export let b: Two["b"];
export let coupleId: Two["coupleId"];
export let mara: Two["mara"];
export let sam: Two["sam"];

/** Two new people before each test of a file. To be called at its top. */
export const startPlanning = (): void =>
  beforeEach(async () => {
    ({ a, b, coupleId, mara, sam } = await addPlanning());
  });
