import { useTranslations } from "next-intl";

/** Who sees what, the host included. `yes` and `no` are words, since a mark alone says nothing to a screen reader. */
const rows = [
  ["words", "yes", "yes", "sealed"],
  ["drafts", "yes", "no", "no"],
  ["name", "yes", "yes", "yes"],
  ["times", "yes", "yes", "yes"],
  ["account", "yes", "no", "yes"],
] as const;

/** What each of the two will see, and what the server does, before anybody has agreed to anything. */
export function JoinTable({ name }: { name: string }) {
  const t = useTranslations("join.table");
  const columns = [t("you"), t("them", { name }), t("host")];
  return (
    <table className="w-full table-fixed border-collapse text-left text-small">
      <caption className="mb-2 text-left text-lead font-semibold">{t("title")}</caption>
      <thead>
        <tr className="border-b border-control">
          <th scope="col" className="w-2/5 py-2 pr-2">
            {t("what")}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className="px-2 py-2 [overflow-wrap:anywhere]">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([what, you, them, host]) => (
          <tr key={what} className="border-b border-border align-top">
            <th scope="row" className="py-2 pr-2 font-normal">
              {t(what)}
            </th>
            <td className="px-2 py-2">{t(you)}</td>
            <td className="px-2 py-2">{t(them)}</td>
            <td className="px-2 py-2">{t(host)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
