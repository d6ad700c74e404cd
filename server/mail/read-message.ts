export type ReadMessage = { headers: string; text: string | null; html: string | null; calendar: string | null };

type Part = { type: string; body: string };

/**
 * The parts of a mail that `composeMessage` made; no reader for what others send. `headers` as they stand, for whoever runs the
 * server.
 */
export function readMessage(raw: string): ReadMessage {
  const parts = listParts(raw);
  const bodyOf = (type: string) => parts.find((part) => part.type === type)?.body ?? null;
  return {
    headers: splitHeaders(raw).headers,
    text: bodyOf("text/plain"),
    html: bodyOf("text/html"),
    calendar: bodyOf("text/calendar"),
  };
}

function splitHeaders(raw: string): { headers: string; body: string } {
  const end = /\r?\n\r?\n/.exec(raw);
  if (end === null) return { headers: raw, body: "" };
  return { headers: raw.slice(0, end.index), body: raw.slice(end.index + end[0].length) };
}

function listParts(raw: string): Part[] {
  const { headers, body } = splitHeaders(raw);
  const read = (name: string) =>
    new RegExp(`^${name}:(.*(?:\\r?\\n[ \\t].*)*)`, "im")
      .exec(headers)?.[1]
      ?.replace(/\r?\n[ \t]+/g, " ")
      .trim() ?? "";
  const type = read("content-type");
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary === undefined) {
    const coding = read("content-transfer-encoding").toLowerCase();
    return [{ type: type.split(";")[0]?.trim().toLowerCase() ?? "", body: decodeBody(body, coding) }];
  }
  const [, ...parts] = body.split(`--${boundary}`);
  return parts.filter((part) => !part.startsWith("--")).flatMap((part) => listParts(part.replace(/^\r?\n/, "")));
}

function decodeBody(body: string, coding: string): string {
  if (coding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (coding !== "quoted-printable") return body;
  const bytes = body
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
