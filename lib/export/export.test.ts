import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkInIdOf } from "@/lib/check-in/test-kit";
import { type Export, exportFormat, exportSchema } from "./export";
import { exportMaxBytes, readExport } from "./read-export";
import { type MarkdownWords, toMarkdown } from "./to-markdown";

const words: MarkdownWords = {
  title: "My words",
  about: "Mine.",
  agreements: "Agreed",
  me: "Me",
  letGo: "Let go.",
  note: "Margin",
  line: "Line",
  offered: "Offered",
  loop: "My side",
  step: (step) => step,
  with: (name) => `with ${name}`,
  date: (iso) => iso.slice(0, 10),
  them: (name) => name ?? "them",
  absent: { takenBack: "taken back", notLeft: "not left", couldNotBeOpened: "shut", aloud: "said aloud" },
  kind: (kind) => kind,
  word: (id) => id,
};
const at = "2026-01-04T12:00:00.000Z";
const exportOf = (text: string): Export => ({
  format: exportFormat,
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
      pages: [
        {
          title: "The first turn",
          writings: [
            {
              kind: "piece",
              at,
              said: { piece: { feelings: [{ word: "lonely", strength: "clearly" }], moment: text } },
            },
            { kind: "reflection", at, said: { absent: "takenBack" } },
          ],
        },
      ],
      agreements: [{ agreedAt: at, retiredAt: null, askedByMe: true, request: { text }, answer: { absent: "aloud" } }],
    },
  ],
});

describe("an export", () => {
  test("comes back from its file as it was", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500, unit: "binary" }), (text) => {
        const made = exportSchema.parse(exportOf(text));
        expect(readExport(JSON.stringify(made))).toEqual({ ok: true, value: made });
      }),
    );
  });

  test("that is something else, newer, cut or far too large is refused by its own name", () => {
    const text = JSON.stringify(exportOf("x"));
    const refusal = (file: string) => {
      const read = readExport(file);
      return read.ok ? "read" : read.refusal;
    };
    expect(refusal(text)).toBe("read");
    expect(["", "hello", "[]", "null", '{"format":"other","version":1}'].map(refusal)).toEqual(
      Array.from({ length: 5 }, () => "notOurs"),
    );
    expect(refusal(text.replace('"version":1', '"version":2'))).toBe("tooNew");
    expect(refusal(text.slice(0, -10))).toBe("broken");
    expect(refusal(text.replace('"moment":"x"', '"moment":7'))).toBe("broken");
    expect(refusal("x".repeat(exportMaxBytes + 1))).toBe("tooLarge");
  });

  test("takes over nothing that the format does not name, and never throws", () => {
    const hostile = JSON.stringify(exportOf("x")).replace('"name":"Mara"', '"name":"Mara","__proto__":{"a":1},"b":2');
    const read = readExport(hostile);
    expect(read.ok && Object.keys(read.value).sort()).toEqual(["checkIns", "exportedAt", "format", "name", "version"]);
    fc.assert(fc.property(fc.json(), (json) => void readExport(json)));
  });
});

describe("as Markdown", () => {
  test("says what was written beside a check-in and one's side of a loop, masked alike", () => {
    const [checkIn] = exportOf("x").checkIns;
    if (!checkIn) throw new Error("none");
    const beside = {
      notes: [{ page: "The first turn", at, said: { text: "# note" } }],
      lines: [{ agreedAt: null, said: { text: "[line](x)" } }],
    };
    const lane = { trigger: "# door", surface: ["lonely"], tender: [] };
    const made = {
      ...exportOf("x"),
      checkIns: [{ ...checkIn, ...beside }],
      lanes: [{ with: null, changedAt: at, said: { lane } }],
    };
    expect(readExport(JSON.stringify(made))).toEqual({ ok: true, value: made });
    const text = toMarkdown(made, words);
    expect(text).toContain("### Margin\n\n**The first turn**\n\n> \\# note\n\n### Offered\n\n> \\[line\\]\\(x\\)");
    expect(text).toContain("**trigger**\n\n> \\# door\n\n**surface**\n\n> lonely\n");
    expect(text).not.toContain("**tender**");
  });

  test("says each word, whose page it is on and what is not there", () => {
    const text = toMarkdown(exportOf("When the door closed."), words);
    expect(text).toContain("## 2026-01-04 · A check\\-in · with Sam");
    expect(text).toContain("> lonely\n>\n> When the door closed.");
    expect(text).toContain("> _taken back_");
    expect(text).toContain("- **Me**: When the door closed.\n  **Sam**: _said aloud_");
  });

  test("what somebody wrote stays words: no heading, link, list or HTML comes of it", () => {
    const text = toMarkdown(exportOf("# Big\n<script>x</script>\n1. one\n[a](b)"), words);
    expect(text).toContain("> \\# Big");
    expect(text).toContain("> \\<script\\>x\\</script\\>");
    expect(text).toContain("> 1\\. one");
    expect(text).toContain("> \\[a\\]\\(b\\)");
    expect(text.split("\n").filter((line) => line.startsWith("#"))).toHaveLength(4);
  });
});
