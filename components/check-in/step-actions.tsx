import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { useRoomContext } from "./room";
import { useSheets } from "./sheets";

/** The bar at the bottom: what this screen is for on the right; a pause and the other ways always on the left. */
export function StepActions({ children }: { children?: ReactNode }) {
  const { view } = useRoomContext();
  const { show } = useSheets();
  const t = useTranslations("room.bar");
  return (
    <ActionBar>
      <div className="mr-auto flex gap-1">
        {view.legal.includes("pause") && (
          <Button tone="quiet" onClick={() => show("pause")}>
            {t("pause")}
          </Button>
        )}
        <Button tone="quiet" aria-haspopup="dialog" onClick={() => show("menu")}>
          {t("options")}
        </Button>
      </div>
      {children}
    </ActionBar>
  );
}
