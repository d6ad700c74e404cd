import { createContext, use } from "react";
import type { CommandType, Refusal } from "@/lib/check-in/commands";
import type { View } from "@/lib/check-in/view";
import type { Guide, StepWords } from "@/lib/guides/guide";
import type { Seat } from "@/lib/ids";
import { otherSeat } from "@/lib/other-seat";
import type { PresenceMessage } from "@/lib/protocol";
import type { Connection } from "./connection";
import type { Drafts } from "./drafts";
import type { Move } from "./move";

/** How the other's device is doing, and since when (this device's clock, epoch ms). */
export type PartnerPresence = { presence: PresenceMessage["presence"]; since: number };

/** What a screen knows of the room it is in. The live room and the demo give the same. */
export type Room = {
  view: View;
  guide: Guide;
  names: Readonly<Record<Seat, string>>;
  /** The server's clock less this device's, in ms: rings and returns count by the server's. */
  clockOffsetMs: number;
  connection: Connection;
  partner: PartnerPresence;
  /** The one command on its way. Until it is acknowledged nothing else can be sent. */
  sending: CommandType | null;
  refusal: Refusal | null;
  forgetRefusal(): void;
  /** Sends one move. `draft` is the place of the words in it: they stay there until the acknowledgement. */
  send(move: Move, draft?: string): void;
  drafts: Drafts;
  /** The demo: nothing is kept, and its end leads elsewhere. */
  isDemo: boolean;
};

const RoomContext = createContext<Room | null>(null);
export const RoomProvider = RoomContext.Provider;

export const useRoomContext = (): Room => {
  const room = use(RoomContext);
  if (!room) throw new Error("This screen is shown outside a room");
  return room;
};

export const withName = (words: string, name: string): string => words.replaceAll("{name}", name);

/** What the guide says on the present screen, the other's name filled in. */
export const useStep = () => {
  const { view, guide, names } = useRoomContext();
  const stage = guide.stages[view.stage.index];
  const them = names[otherSeat(view.seat)];
  const said: Readonly<Record<string, StepWords>> = stage?.words ?? {};
  const words = said[view.stage.view.step];
  return {
    stage,
    me: view.seat,
    them: otherSeat(view.seat),
    theirName: them,
    acts: view.awaits.includes(view.seat),
    act: withName(words?.act ?? "", them),
    wait: withName(words?.wait ?? "", them),
    hint: words?.hint === undefined ? undefined : withName(words.hint, them),
    starters: words?.starters ?? [],
    /** Where this step's drafts are kept: by name, so that going one step back finds them again. */
    place: (field: string) => `${view.checkInId}/${stage?.id ?? ""}/${view.stage.view.step}/${field}`,
  };
};
