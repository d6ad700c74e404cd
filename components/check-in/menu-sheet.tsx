import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { leaveNow } from "@/components/shell/leave-now";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Sheet } from "@/components/ui/sheet";
import { useRoomContext, useStep } from "./room";
import { useSheets } from "./sheets";

const plain = ["slowDown", "goBack", "pass"] as const;

/** The ways that are always there. Which of them are open now is the view's to say. */
export function MenuSheet() {
  const { view, send, sending, isDemo } = useRoomContext();
  const { theirName: name } = useStep();
  const { shown, show } = useSheets();
  const t = useTranslations("room.menu");
  return (
    <Sheet open={shown === "menu"} onClose={() => show(null)} title={t("title")}>
      <ul className="grid gap-4">
        {plain
          .filter((type) => view.legal.includes(type))
          .map((type) => (
            <Way key={type} about={t(`${type}.about`, { name })}>
              <Button
                tone="secondary"
                wide
                disabled={sending !== null}
                onClick={() => {
                  show(null);
                  send({ type });
                }}
              >
                {t(`${type}.label`)}
              </Button>
            </Way>
          ))}
        {view.legal.includes("endKindly") && (
          <Way about={t("endKindly.about")}>
            <Button tone="secondary" wide aria-haspopup="dialog" onClick={() => show("endKindly")}>
              {t("endKindly.label")}
            </Button>
          </Way>
        )}
        <Way about={t(isDemo ? "stepOut.aboutDemo" : "stepOut.about", { name })}>
          <ButtonLink href={isDemo ? "/" : "/us"} tone="secondary" wide>
            {t("stepOut.label")}
          </ButtonLink>
        </Way>
        <Way about={t("leave.about")}>
          <Button tone="secondary" wide onClick={() => leaveNow()}>
            {t("leave.label")}
          </Button>
        </Way>
      </ul>
    </Sheet>
  );
}

function Way({ about, children }: { about: string; children: ReactNode }) {
  return (
    <li className="grid gap-1">
      {children}
      <p className="text-small text-muted">{about}</p>
    </li>
  );
}
