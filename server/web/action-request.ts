/** Next knows a question to a server action by this header, or by a form of this type. */
const actionHeader = "next-action";
const formType = "multipart/form-data";

/** As `serverActions.bodySizeLimit` in next.config.js. */
const largestBody = 128 * 1024;
/** Our actions take one flat object; what is nested deeper was not made by a page of ours. */
const deepest = 8;

export type ActionRequestRefusal = "otherSite" | "invalid" | "tooLarge";

export const actionRequestStatus: Readonly<Record<ActionRequestRefusal, number>> = {
  otherSite: 403,
  invalid: 400,
  tooLarge: 413,
};

/**
 * Why a question to a server action is not passed on; null when it may be, or is none. Next answers 500 to one that it cannot
 * read and to one of another site, before any code of ours runs. What our pages send is narrow: the body is JSON, an array of
 * at most one argument, sent by fetch; none of our forms posts itself.
 *
 * @param request its body is read; the caller's framework keeps a copy of it (Next's proxy does)
 */
export async function actionRequestRefusal(request: Request): Promise<ActionRequestRefusal | null> {
  const { headers } = request;
  const type = headers.get("content-type")?.toLowerCase() ?? "";
  if (request.method !== "POST" || !(headers.has(actionHeader) || type.startsWith(formType))) return null;
  if (!isSameSite(headers)) return "otherSite";
  const length = Number(headers.get("content-length") ?? Number.NaN);
  if (length > largestBody) return "tooLarge";
  if (!(length >= 0) || !type.startsWith("text/plain")) return "invalid";
  return isReadable(await request.text()) ? null : "invalid";
}

/** As Next compares them; without `Origin` it is a program, and there is no page to misuse. */
function isSameSite(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin === null) return (headers.get("sec-fetch-site") ?? "same-origin") === "same-origin";
  const host = headers.get("x-forwarded-host")?.split(",")[0]?.trim() ?? headers.get("host");
  return URL.canParse(origin) && new URL(origin).host === host;
}

function isReadable(body: string): boolean {
  try {
    const read: unknown = JSON.parse(body);
    return Array.isArray(read) && read.length <= 1 && isPlain(read, deepest);
  } catch {
    return false;
  }
}

/** React reads a text that begins with "$" as a reference, unless it is doubled; we refer to nothing. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === "string") return !value.startsWith("$") || value.startsWith("$$") || value === "$undefined";
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((part) => isPlain(part, depth - 1));
}
