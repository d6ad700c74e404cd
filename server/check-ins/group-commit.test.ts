import { expect, it } from "vitest";
import { groupCommit } from "@/server/check-ins/group-commit";

/** Commits that finish when the test says so. */
const setUp = (mostWaiting = 100) => {
  const sent: { items: readonly number[]; finish: (error?: Error) => void }[] = [];
  const add = groupCommit<number, string>({
    send: (items) =>
      new Promise((resolve, reject) => {
        const finish = (error?: Error) => (error ? reject(error) : resolve(items.map((item) => `done ${item}`)));
        sent.push({ items, finish });
      }),
    mostInFlight: 2,
    mostTogether: 4,
    mostWaiting,
    isOneItemsFault: (error) => error instanceof Error && error.message === "bad item",
  });
  const itemsSent = () => sent.map(({ items }) => items);
  const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
  return { add, sent, itemsSent, nextTurn };
};

it("a lone item goes at once, and what comes meanwhile rides together in the next commit", async () => {
  const { add, sent, itemsSent, nextTurn } = setUp();
  const all = Promise.all([1, 2, 3, 4, 5, 6, 7].map(add));
  expect(itemsSent()).toEqual([[1], [2]]);
  sent[1]?.finish();
  await nextTurn();
  expect(itemsSent()).toEqual([[1], [2], [3, 4, 5, 6]]);
  sent[0]?.finish();
  await nextTurn();
  expect(itemsSent()).toEqual([[1], [2], [3, 4, 5, 6], [7]]);
  sent[2]?.finish();
  sent[3]?.finish();
  expect(await all).toEqual([1, 2, 3, 4, 5, 6, 7].map((item) => `done ${item}`));
});

it("one bad item fails alone, and those that rode with it are done", async () => {
  const { add, sent, nextTurn } = setUp();
  const all = Promise.allSettled([1, 2, 3, 4, 5, 6].map(add));
  for (let index = 0; index < 12; index++) {
    const batch = sent[index];
    batch?.finish(batch.items.includes(4) ? new Error("bad item") : undefined);
    await nextTurn();
  }
  const outcomes = (await all).map((outcome) => (outcome.status === "fulfilled" ? outcome.value : "failed"));
  expect(outcomes).toEqual(["done 1", "done 2", "done 3", "failed", "done 5", "done 6"]);
});

it("when the database itself is gone everyone is told so at once, and nobody is sent again", async () => {
  const { add, sent, itemsSent, nextTurn } = setUp();
  const all = Promise.allSettled([1, 2, 3, 4].map(add));
  sent[0]?.finish();
  sent[1]?.finish();
  await nextTurn();
  sent[2]?.finish(new Error("gone"));
  expect((await all).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "rejected"]);
  expect(itemsSent()).toEqual([[1], [2], [3, 4]]);
});

it("more than can wait is refused at once", async () => {
  const { add } = setUp(1);
  void [1, 2, 3].map(add);
  await expect(add(4)).rejects.toThrow("too many");
});
