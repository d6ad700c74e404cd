import type { Export, ExportedCheckIn, ExportedLane, ExportedWriting, Said } from "./export";
import { type LaneStep, laneLines } from "./lane-lines";

/** What stands around the words: the interface's own, handed in because this area knows no language. */
export type MarkdownWords = {
  title: string;
  about: string;
  with: (name: string | null) => string;
  date: (iso: string) => string;
  agreements: string;
  me: string;
  them: (name: string | null) => string;
  letGo: string;
  /** Over a note in the margin, over a line that both said yes to, and over one that waits for that. */
  note: string;
  line: string;
  offered: string;
  loop: string;
  step: (step: LaneStep) => string;
  absent: Readonly<Record<Extract<Said, { absent: unknown }>["absent"], string>>;
  kind: (kind: string) => string;
  /** A feeling, need or topic that was picked, by its id; a word of one's own is its own. */
  word: (id: string) => string;
};

/**
 * CommonMark. What people wrote is quoted line by line and its marks are masked, so that nothing in it becomes a heading, a link
 * or HTML of the file.
 */
export function toMarkdown({ checkIns, lanes = [] }: Export, words: MarkdownWords): string {
  const parts = [
    `# ${words.title}`,
    words.about,
    ...checkIns.flatMap((checkIn) => checkInParts(checkIn, words)),
    ...lanes.flatMap((lane) => laneParts(lane, words)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function checkInParts(checkIn: ExportedCheckIn, words: MarkdownWords): string[] {
  const { title, openedAt, pages, agreements } = checkIn;
  const heading = `## ${words.date(openedAt)} · ${mask(title)} · ${mask(words.with(checkIn.with))}`;
  const own = pages.flatMap((page) => [`### ${mask(page.title)}`, ...page.writings.map((one) => writing(one, words))]);
  const beside = besideParts(checkIn, words);
  if (agreements.length === 0) return [heading, ...own, ...beside];
  const joint = agreements.map(({ request, answer, askedByMe, retiredAt }) => {
    const [asking, answering] = askedByMe ? [words.me, words.them(checkIn.with)] : [words.them(checkIn.with), words.me];
    const lines = [
      `- **${mask(asking)}**: ${oneLine(request, words)}`,
      `  **${mask(answering)}**: ${oneLine(answer, words)}`,
    ];
    return [...lines, ...(retiredAt === null ? [] : [`  _${words.letGo}_`])].join("\n");
  });
  return [heading, ...own, `### ${words.agreements}`, joint.join("\n"), ...beside];
}

const besideParts = ({ notes = [], lines = [] }: ExportedCheckIn, words: MarkdownWords): string[] => [
  ...(notes.length === 0 ? [] : [`### ${words.note}`]),
  ...notes.map(({ page, said }) => `**${mask(page || words.note)}**\n\n${quoted(linesOf(said, words))}`),
  ...lines.flatMap(({ agreedAt, said }) => [
    `### ${agreedAt === null ? words.offered : words.line}`,
    quoted(linesOf(said, words)),
  ]),
];

function laneParts({ said, changedAt, ...lane }: ExportedLane, words: MarkdownWords): string[] {
  const heading = `## ${words.loop} · ${mask(words.with(lane.with))} · ${words.date(changedAt)}`;
  if ("absent" in said) return [heading, quoted(linesOf(said, words))];
  const steps = laneLines(said, words.word).map(
    ({ step, text }) => `**${words.step(step)}**\n\n${quoted(linesOf({ text }, words))}`,
  );
  return [heading, ...steps];
}

const writing = ({ kind, said }: ExportedWriting, words: MarkdownWords): string =>
  `**${words.kind(kind)}**\n\n${quoted(linesOf(said, words))}`;

const quoted = (lines: readonly string[]): string => lines.map((line) => `> ${line}`).join("\n>\n");

const oneLine = (said: Said, words: MarkdownWords): string => linesOf(said, words).join(" ");

/** What was said, as masked lines; one at least. */
function linesOf(said: Said, words: MarkdownWords): string[] {
  const lines = textsOf(said, words).flatMap((text) =>
    text.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => line.trim() !== ""),
  );
  if (lines.length > 0) return lines.map(mask);
  return [`_${words.absent["absent" in said ? said.absent : "aloud"]}_`];
}

/** Everything readable in it, in the order in which it was said. */
function textsOf(said: Said, { word }: MarkdownWords): string[] {
  if ("absent" in said) return [];
  if ("text" in said) return [said.text];
  if ("close" in said) return present([said.close.thanks, said.close.leaving]);
  const { feelings, softer, about = [], moment, need, opening } = said.piece;
  const picked = present([...feelings.map((feeling) => feeling.word), softer, ...about]).map(word);
  return present([picked.join(", "), moment, need && word(need), opening]);
}

const present = (texts: readonly (string | undefined)[]): string[] => texts.flatMap((text) => (text ? [text] : []));

/** CommonMark 0.31, 2.4: a backslash before any ASCII punctuation makes it plain. A line that begins like a list is one too. */
const mask = (text: string): string =>
  text.replace(/[\\`*_{}[\]()#+!<>|~&-]/g, "\\$&").replace(/^(\s*\d+)([.)])/, "$1\\$2");
