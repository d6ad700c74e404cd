/** Where people land who are signed in and asked for nothing else. */
export const homePath = "/us";

/**
 * A path of this site out of an address bar, or the home page. Everything that a browser could read as another site is
 * turned away: a scheme, `//host`, `/\host`, and the tabs and line breaks that browsers leave out before they look.
 */
export function safePath(wanted: string | readonly string[] | null | undefined): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/") || wanted.length > 512) return homePath;
  if (/[\\\p{Cc}]/u.test(wanted) || wanted.startsWith("//")) return homePath;
  const origin = "https://here.invalid";
  const url = URL.canParse(wanted, origin) ? new URL(wanted, origin) : null;
  // Looked at again once it is resolved: `/.//host` becomes `//host`.
  if (url === null || url.origin !== origin || url.pathname.startsWith("//")) return homePath;
  return `${url.pathname}${url.search}${url.hash}`;
}
