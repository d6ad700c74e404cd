import type { Opener, Readable } from "@/components/check-in/opener";
import type { Said } from "@/lib/export/export";

/** A writing in the clear, or why there is none; one that does not open says so beside those that do. */
export async function openSaid(opener: Opener, writing: Readable): Promise<Said> {
  const opened = await opener.open(writing);
  switch (opened.state) {
    case "gone":
      return { absent: opened.gone };
    case "shut":
      return { absent: "couldNotBeOpened" };
    case "aloud":
      return { absent: "aloud" };
    case "open": {
      const { words } = opened;
      if (words.kind === "piece") return { piece: words.piece };
      if (words.kind === "close") return { close: words.close };
      return words.text === undefined ? { absent: "aloud" } : { text: words.text };
    }
  }
}
