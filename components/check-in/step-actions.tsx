import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { ActionBar } from "@/components/ui/action-bar";
import { useRoomContext } from "./room";
import { useSheets } from "./sheets";

/** The bar at the bottom: what this screen is for on the right; a pause and the other ways always on the left. */
export function StepActions({ children }: { children?: ReactNode }) {
  const { view } = useRoomContext();
  const { show } = useSheets();
  const t = useTranslations("room.bar");
  return (
    <ActionBar>
      <div className="mr-auto -ml-3 flex">
        {view.legal.includes("pause") && <BarButton onClick={() => show("pause")}>{t("pause")}</BarButton>}
        <BarButton onClick={() => show("menu")}>{t("options")}</BarButton>
      </div>
      {children}
    </ActionBar>
  );
}

/** Narrow, so that the bar keeps to one row beside the longest of the main buttons. */
export function BarButton(props: ComponentProps<"button">) {
  return (
    <button
      {...props}
      type="button"
      aria-haspopup="dialog"
      className="min-h-11 rounded-full px-3 font-semibold text-us underline decoration-1 underline-offset-4 hover:bg-us-tint"
    />
  );
}
