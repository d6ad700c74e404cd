import { useTranslations } from "next-intl";

const rows = [
  ...(["words", "questions", "drafts", "password", "account", "partner", "course", "plan", "zone", "hours"] as const),
  ...(["told", "notices", "push", "feed", "devices", "network"] as const),
];

/** What there is, who sees it, for how long. On a phone each row is a small list: three columns do not fit, and nothing scrolls sideways. */
export function PrivacyTable() {
  const t = useTranslations("privacy");
  const label = "font-semibold text-small text-muted sm:hidden";
  return (
    // biome-ignore lint/a11y/noRedundantRoles: laid out as blocks, a table loses its role in some browsers
    <table role="table" className="block w-full border-collapse text-left sm:table">
      <caption className="sr-only">{t("caption")}</caption>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <thead role="rowgroup" className="sr-only sm:not-sr-only sm:table-header-group">
        {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
        <tr role="row" className="border-b border-control">
          {(["what", "who", "long"] as const).map((column) => (
            // biome-ignore lint/a11y/noRedundantRoles: as above
            <th key={column} role="columnheader" scope="col" className="px-2 py-2 first:pl-0">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <tbody role="rowgroup" className="block sm:table-row-group">
        {rows.map((row) => (
          // biome-ignore lint/a11y/noRedundantRoles: as above
          <tr key={row} role="row" className="block border-b border-border py-3 align-top sm:table-row sm:py-0">
            {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
            <th role="rowheader" scope="row" className="block font-semibold sm:table-cell sm:w-2/5 sm:py-3 sm:pr-2">
              {t(`${row}.what`)}
            </th>
            {(["who", "long"] as const).map((column) => (
              // biome-ignore lint/a11y/noRedundantRoles: as above
              <td key={column} role="cell" className="block pt-1 sm:table-cell sm:px-2 sm:py-3">
                <span aria-hidden className={label}>
                  {t(column)}:{" "}
                </span>
                {t(`${row}.${column}`)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
