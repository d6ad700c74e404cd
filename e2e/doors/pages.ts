import { everyone, type Row } from "@/e2e/doors/visitors";

const elsewhere = { signedOut: "→ /sign-in", revoked: "→ /sign-in" };
const signedInOnly = { ...everyone("200"), ...elsewhere };
const linkedOnly = { ...signedInOnly, stranger: "→ /us", ex: "→ /us" };
const linkedElsewhere = { other: "→ /us", partner: "→ /us" };
const all = (pages: readonly string[], row: Row) => Object.fromEntries(pages.map((page) => [page, row]));

const forAnybody = [
  "/",
  "/demo",
  "/hosting",
  "/join",
  "/join/[token]",
  "/look",
  "/method",
  "/not-therapy",
  "/safety",
  "/deleted",
  // A link that never was is told as one that is over, to whoever has it.
  "/recover",
  "/recover/[token]",
];
const forTwo = [
  "/plan",
  "/plan/ask",
  "/plan/hours",
  "/plan/rhythm",
  "/read/agreements",
  "/read/keepsake",
  "/read/loop",
  "/read/patterns",
  "/you/keeping",
  "/you/let-in",
];
const forOneself = [
  "/you",
  "/us",
  "/read/before",
  "/you/calendar",
  "/you/delete",
  "/you/export",
  "/you/import",
  "/you/notices",
  "/you/password",
  "/you/privacy",
  "/you/recovery-code",
  "/you/zone",
];

export const pages: Record<string, Row> = {
  ...all(forAnybody, everyone("200")),
  ...all(forOneself, signedInOnly),
  ...all(forTwo, linkedOnly),
  "/sign-in": { ...everyone("→ /us"), signedOut: "200", revoked: "200" },
  "/sign-up": { ...everyone("→ /us"), signedOut: "200", revoked: "200" },
  "/us/invite": { ...signedInOnly, ...linkedElsewhere },
  "/you/unlink": { ...signedInOnly, stranger: "→ /you/unlinked", ex: "→ /you/unlinked" },
  "/you/unlinked": { ...signedInOnly, ...linkedElsewhere },
  "/read": { ...linkedOnly, ex: "→ /read/before" },
  "/check-in/[id]": { ...signedInOnly, stranger: "404", ex: "404", other: "404" },
  // For 30 days, and their own words after it.
  "/read/[id]": { ...signedInOnly, stranger: "404", ex: "→ /read/before/ID/ID", other: "404" },
  "/read/before/[coupleId]": { ...signedInOnly, stranger: "404", other: "404", partner: "404" },
  "/read/before/[coupleId]/[id]": { ...signedInOnly, stranger: "404", other: "404", partner: "404" },
  // The partner's own, too: what one brought along is for oneself.
  "/you/import/[id]": { ...everyone("404"), ...elsewhere },
  // Without the operator's token there is no such place (e2e/anything.spec.ts tries it with one); and a forged link ends no mail.
  ...all(["/operator/mail", "/operator/mail/[id]", "/unsubscribe/[token]"], everyone("404")),
};
