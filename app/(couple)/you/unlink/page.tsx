import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Unlink } from "@/components/join/unlink";
import { UnlinkedNote } from "@/components/join/unlinked-note";
import { Words } from "@/components/messages/words";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { loadUnlink } from "@/server/couples/loaders";
import { unlink } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("unlink");
  return { title: t("go") };
}

export default async function UnlinkPage() {
  const { coupleId, name, other } = await loadUnlink();
  const t = await getTranslations("unlink");
  const lists = [
    {
      key: "what",
      title: t("whatTitle"),
      lines: [t("whatOne"), t("whatTwo"), t("whatFour"), t("whatFive"), t("whatThree")],
    },
    { key: "stays", title: t("staysTitle"), lines: [t("staysOne"), t("staysTwo")] },
  ];
  return (
    <Page title={t("title", { name: other.name })} lead={t("lead")}>
      <Card aria-labelledby="other-sees" className="grid gap-3">
        <h2 id="other-sees" className="text-lead font-semibold">
          {t("otherSees", { name: other.name })}
        </h2>
        <UnlinkedNote name={name} />
        <p>{t("noReason")}</p>
      </Card>
      {lists.map(({ key, title, lines }) => (
        <section key={key} aria-labelledby={key} className="grid gap-2">
          <h2 id={key} className="text-lead font-semibold">
            {title}
          </h2>
          <ul className="grid list-disc gap-2 pl-6">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
      <div className="flex flex-wrap gap-2">
        <Words namespaces={["unlink", "linking"]}>
          <Unlink name={other.name} coupleId={coupleId} unlink={unlink} />
        </Words>
        <ButtonLink tone="secondary" href="/you" prefetch={false}>
          {t("keep")}
        </ButtonLink>
      </div>
    </Page>
  );
}
