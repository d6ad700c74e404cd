import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import { TabBar } from "@/components/ui/tab-bar";
import { Footer } from "./footer";
import { Header } from "./header";
import { LeaveFooter } from "./leave-footer";
import { OfflineNote } from "./offline-note";
import { TabIcon } from "./tab-icon";

/* A tab appears here when its page exists. */
const tabs = [
  { key: "us", href: "/us" },
  { key: "plan", href: "/plan" },
  { key: "read", href: "/read" },
  { key: "you", href: "/you" },
] as const;

export type PartnerShellProps = {
  /** The tab that this page belongs to; `none` for the check-in, which has no tabs so that nothing pulls away from it. */
  current: (typeof tabs)[number]["key"] | "none";
  children: ReactNode;
};

/** Header, tabs and the footer with leave-this-page, for every signed-in page. */
export function PartnerShell({ current, children }: PartnerShellProps) {
  const t = useTranslations("shell");
  const withTabs = current !== "none";
  return (
    <div
      className={classes(
        "flex flex-1 flex-col",
        withTabs && "pb-(--dock) [--dock:calc(65px+env(safe-area-inset-bottom))] lg:[--dock:0px]",
      )}
    >
      <Header home="/us">
        {withTabs && (
          <TabBar
            label={t("tabs.label")}
            current={current}
            tabs={tabs.map((tab) => ({ ...tab, label: t(`tabs.${tab.key}`), icon: <TabIcon name={tab.key} /> }))}
          />
        )}
      </Header>
      {/* The check-in tells its line in words of its own. */}
      {withTabs && <OfflineNote>{t("offline")}</OfflineNote>}
      {children}
      <Footer>
        <LeaveFooter />
      </Footer>
    </div>
  );
}
