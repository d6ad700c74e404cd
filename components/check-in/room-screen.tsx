import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { classes } from "@/components/ui/classes";
import { LiveRegion } from "@/components/ui/live-region";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { shoreOf } from "@/components/ui/shore";
import { BreathSheet } from "./breath-sheet";
import { EndKindlySheet } from "./end-kindly-sheet";
import { MenuSheet } from "./menu-sheet";
import { useRoomContext } from "./room";
import { RoomNotices } from "./room-notices";
import { BreakScreen } from "./screens/break";
import { EndScreen } from "./screens/end";
import { Step } from "./screens/step";
import { type SheetName, SheetsProvider } from "./sheets";
import { SoftRing } from "./soft-ring";
import { TimeOutSheet } from "./time-out-sheet";
import { TurnPill } from "./turn-pill";
import { useHandOver } from "./use-hand-over";
import { useRestart } from "./use-restart";

export type RoomScreenProps = {
  /** Above everything, for example that this is a demo. */
  banner?: ReactNode;
  /** The ways on from the end, in the place of Us and Read. */
  afterwards?: ReactNode;
  /** At the end: what may be done with one's own words. */
  ownWords?: ReactNode;
};

/** The room: one screen at a time, whose move it is on top of it, and the sheets that are always at hand. Needs a RoomProvider. */
export function RoomScreen(props: RoomScreenProps) {
  return (
    <LiveRegion>
      <Inside {...props} />
    </LiveRegion>
  );
}

/* The ground itself takes the colour, so that the bar and the gap around a focused thing have it too. */
const grounds = {
  tide: "[--bg:color-mix(in_oklab,var(--tide-tint)_55%,var(--page))]",
  ember: "[--bg:color-mix(in_oklab,var(--ember-tint)_55%,var(--page))]",
  resting: "[--bg:var(--sunken)]",
} as const;

function Inside({ banner, afterwards, ownWords }: RoomScreenProps) {
  const { view } = useRoomContext();
  const [shown, setShown] = useState<SheetName | null>(null);
  const show = useCallback((sheet: SheetName | null) => setShown(sheet), []);
  const sheets = useMemo(() => ({ shown, show }), [shown, show]);
  const t = useTranslations("room");
  const restarted = useRestart();
  useHandOver();

  const { end, onBreak, floor, seat } = view;
  const ground = onBreak ? "resting" : floor && floor !== seat ? shoreOf(floor) : null;
  return (
    <SheetsProvider value={sheets}>
      <div className="flex flex-1 flex-col [--page:var(--bg)]">
        <div
          className={classes(
            "-mb-12 flex flex-1 flex-col bg-bg pb-12 transition-colors duration-[320ms]",
            ground && grounds[ground],
          )}
        >
          <Page width="room" className="min-h-[calc(100dvh-64px)] pb-0 sm:pb-0">
            {banner}
            {!end && (
              <div className="flex min-h-16 items-center justify-between gap-4">
                <TurnPill />
                <SoftRing />
              </div>
            )}
            <RoomNotices />
            {restarted && <Notice tone="info">{t("restart")}</Notice>}
            {end ? (
              <EndScreen end={end} ownWords={ownWords}>
                {afterwards}
              </EndScreen>
            ) : onBreak ? (
              <BreakScreen onBreak={onBreak} />
            ) : (
              <Step key={view.step} />
            )}
          </Page>
        </div>
      </div>
      <MenuSheet />
      <TimeOutSheet />
      <EndKindlySheet />
      <BreathSheet />
    </SheetsProvider>
  );
}
