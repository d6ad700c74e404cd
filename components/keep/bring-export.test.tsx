import { act, fireEvent, screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { KeysProvider } from "@/components/auth/keys-provider";
import type { LoadOwnKeys } from "@/components/auth/own-keys";
import { startKeyStore } from "@/components/keys/key-store";
import { press, renderWithWords } from "@/components/ui/test-kit";
import { checkInIdOf } from "@/lib/check-in/test-kit";
import type { Export } from "@/lib/export/export";
import { exportMaxBytes } from "@/lib/export/read-export";
import { makeIdentity } from "@/lib/sealing/identity";
import type { Sealed } from "@/lib/sealing/sealed";
import { BringExport } from "./bring-export";
import { ReadArchive, type ReadParts } from "./read-archive";
import type { ArchiveActions } from "./use-bringing";

const at = "2026-01-04T12:00:00.000Z";
const moment = "When the door closed. ".repeat(200);
const made: Export = {
  format: "heard-export",
  version: 1,
  exportedAt: at,
  name: "Mara",
  checkIns: [
    {
      checkInId: checkInIdOf(1),
      with: "Sam",
      title: "A check-in",
      openedAt: at,
      endedAt: at,
      tookAPause: false,
      pages: [{ title: "The first turn", writings: [{ kind: "reflection", at, said: { text: moment } }] }],
      agreements: [],
    },
  ],
};

/** A browser with a key of its own, and a server that keeps what it is given. */
const bench = async () => {
  const { publicKey } = await makeIdentity();
  const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, false, ["deriveBits"]);
  const raw = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const own = btoa(String.fromCharCode(...raw))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
  expect(own).toHaveLength(publicKey.length);
  await startKeyStore({ publicKey: own, privateKey: pair.privateKey });
  const kept = { archiveId: "", sealedKey: "", parts: 0, words: [] as Sealed[] };
  const begin = vi.fn<ArchiveActions["begin"]>(async (asked) => {
    Object.assign(kept, asked);
    return { ok: true, value: null };
  });
  const add = vi.fn<ArchiveActions["add"]>(async ({ first, words }) => {
    kept.words.splice(first, words.length, ...words);
    return { ok: true, value: { isLast: kept.words.length === kept.parts } };
  });
  const readParts: ReadParts = async ({ first }) => ({
    ok: true,
    value: {
      ...kept,
      words: kept.words.slice(first, first + 2).map((words, index) => ({ part: first + index, words })),
    },
  });
  const kdf = { memoryKib: 65_536, iterations: 3, parallelism: 1 };
  const loadOwnKeys: LoadOwnKeys = async () => ({
    ok: true,
    value: { salt: "", kdf, publicKey: own, privateKeyByPassword: "", couples: [] },
  });
  const show = (node: React.ReactNode) =>
    renderWithWords(<KeysProvider loadOwnKeys={loadOwnKeys}>{node}</KeysProvider>);
  return { kept, begin, add, readParts, show };
};
const choose = (file: File) =>
  act(async () => {
    fireEvent.change(screen.getByLabelText(/^The file/), { target: { files: [file] } });
  });
const fileOf = (text: string, name = "heard.json") => new File([text], name);

beforeEach(async () => void (await startKeyStore(null)));

test("what is brought is sealed on the device, kept part by part, and read again as it was", async () => {
  const { kept, begin, add, readParts, show } = await bench();
  const page = show(<BringExport begin={begin} add={add} />);
  await choose(fileOf(JSON.stringify({ ...made, unknown: "x" })));
  await press("Look at it");
  expect(await screen.findByText("One check-in of Mara, exported on January 4, 2026.")).toBeTruthy();
  expect(begin).not.toHaveBeenCalled();
  await press("Keep it here");
  expect(await screen.findByText("It is kept here, for you alone.")).toBeTruthy();
  expect(kept.parts).toBeGreaterThan(2);
  expect(kept.words).toHaveLength(kept.parts);
  expect(JSON.stringify(kept)).not.toContain(btoa("When the door").slice(0, 12));
  page.unmount();
  show(<ReadArchive archiveId={kept.archiveId} readParts={readParts} />);
  expect(await screen.findByText(moment.trim())).toBeTruthy();
});

const atLeisure = { timeout: 20_000 };

test("a long life is sent in messages that each fit what an action takes", async () => {
  const { kept, begin, add, show } = await bench();
  const [checkIn] = made.checkIns;
  // Each of these letters takes three bytes, so a part is heavier than one in English.
  const said = { text: "日".repeat(600) };
  const pages = [
    { title: "The first turn", writings: Array.from({ length: 100 }, () => ({ kind: "reflection", at, said })) },
  ];
  show(<BringExport begin={begin} add={add} />);
  await choose(fileOf(JSON.stringify({ ...made, checkIns: [{ ...checkIn, pages }] })));
  await press("Look at it");
  expect(await screen.findByText(/^One check-in of Mara/, {}, atLeisure)).toBeTruthy();
  await press("Keep it here");
  expect(await screen.findByText("It is kept here, for you alone.", {}, atLeisure)).toBeTruthy();
  expect(add.mock.calls.length).toBeGreaterThan(1);
  expect(kept.words).toHaveLength(kept.parts);
  for (const [message] of add.mock.calls) expect(JSON.stringify([message]).length).toBeLessThan(128 * 1024);
});

test("a line that broke is said, and going on sends the part that comes next", async () => {
  const { kept, begin, add, show } = await bench();
  add.mockRejectedValueOnce(new Error("the line broke"));
  show(<BringExport begin={begin} add={add} />);
  await choose(fileOf(JSON.stringify(made)));
  await press("Look at it");
  await press("Keep it here");
  expect(await screen.findByText(/could not reach the server/)).toBeTruthy();
  await press("Go on");
  expect(await screen.findByText("It is kept here, for you alone.")).toBeTruthy();
  expect(begin).toHaveBeenCalledTimes(1);
  expect(kept.words).toHaveLength(kept.parts);
});

test("a part that was swapped or is missing is noticed, and no half of it is shown", async () => {
  const { kept, begin, add, readParts, show } = await bench();
  const page = show(<BringExport begin={begin} add={add} />);
  await choose(fileOf(JSON.stringify(made)));
  await press("Look at it");
  await press("Keep it here");
  await screen.findByText("It is kept here, for you alone.");
  page.unmount();
  kept.words.reverse();
  show(<ReadArchive archiveId={kept.archiveId} readParts={readParts} />);
  expect(await screen.findByText("This could not be opened.")).toBeTruthy();
});

test("a file that is none of ours, cut, newer or huge is refused by its own name", async () => {
  const { begin, add, show } = await bench();
  show(<BringExport begin={begin} add={add} />);
  const huge = fileOf("");
  Object.defineProperty(huge, "size", { value: exportMaxBytes + 1 });
  for (const [file, said] of [
    [fileOf("hello"), /This is no export of Heard/],
    [fileOf(JSON.stringify(made).slice(0, -3)), /is cut or changed/],
    [fileOf(JSON.stringify({ ...made, version: 2 })), /A later version of Heard/],
    [fileOf("age-encryption.org/v1\n…"), /This file is locked/],
    [huge, /larger than any export/],
  ] as const) {
    await choose(file);
    await press("Look at it");
    expect(await screen.findByText(said)).toBeTruthy();
  }
  expect(begin).not.toHaveBeenCalled();
});
