import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { ButtonLink } from "@/components/ui/button-link";

export type SentProps = { title: string; children: ReactNode };

/** What stands in the place of a form that was sent: its title takes the focus, and the way leads back to the plan. Needs `plan`. */
export function Sent({ title, children }: SentProps) {
  const t = useTranslations("plan.ask");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="grid justify-items-start gap-4">
      <h2
        ref={heading}
        tabIndex={-1}
        className="text-lead font-semibold focus-visible:shadow-none focus-visible:outline-none"
      >
        {title}
      </h2>
      <p>{children}</p>
      <ButtonLink href="/plan" prefetch={false}>
        {t("toPlan")}
      </ButtonLink>
    </div>
  );
}
