import { personIdSchema } from "@/lib/ids";
import { publish } from "@/server/publish";

/** A page that these people have open is out of date. Takes ids out of the database, tells each once. */
export function tellHome(ids: readonly string[]): void {
  publish({ type: "homeChanged", personIds: [...new Set(ids)].map((id) => personIdSchema.parse(id)) });
}
