import Link from "next/link";
import type { ReactNode } from "react";

export type Tab = { key: string; href: string; label: ReactNode; icon: ReactNode };

export type TabBarProps = { tabs: readonly Tab[]; current: string; label: string };

const tabLook =
  "flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 rounded-input px-2 py-1 text-small text-muted hover:bg-us-tint aria-[current=page]:bg-us-tint aria-[current=page]:font-semibold aria-[current=page]:text-us lg:min-h-11 lg:flex-none lg:flex-row lg:gap-2 lg:px-4";

/** The signed-in places: along the bottom on phones, in a row under the header from 1024 px. */
export function TabBar({ tabs, current, label }: TabBarProps) {
  return (
    <nav
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-10 border-t border-border bg-surface pb-[env(safe-area-inset-bottom)] lg:static lg:border-t-0 lg:bg-transparent lg:pb-0"
    >
      <ul className="mx-auto flex max-w-room gap-1 p-1 lg:max-w-none lg:p-0">
        {tabs.map((tab) => (
          <li key={tab.key} className="flex flex-1 lg:flex-none">
            <Link href={tab.href} aria-current={tab.key === current ? "page" : undefined} className={tabLook}>
              {tab.icon}
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
