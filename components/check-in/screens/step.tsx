import { useRoomContext } from "../room";
import { Choose } from "./choose";
import { Gather } from "./gather";
import { Request } from "./request";
import { RevealRead } from "./reveal-read";
import { RevealWrite } from "./reveal-write";
import { Turn } from "./turn";

/** The screen of the step at hand. */
export function Step() {
  const { view } = useRoomContext().view.stage;
  switch (view.kind) {
    case "gather":
      return <Gather view={view} />;
    case "choose":
      return <Choose view={view} />;
    case "reveal":
      return view.step === "write" ? <RevealWrite view={view} /> : <RevealRead view={view} />;
    case "turn":
      return <Turn view={view} />;
    case "request":
      return <Request view={view} />;
  }
}
