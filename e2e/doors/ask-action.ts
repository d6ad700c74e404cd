import { randomInt } from "node:crypto";
import { type APIRequestContext, expect } from "@playwright/test";
import { findAction } from "@/e2e/doors";

/** Another network address each time: nobody has used up any tries there. */
export const fromSomewhere = () => ({
  "x-forwarded-for": `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`,
});

/** Asks an action by hand: the named refusal in its answer, or what it resolved to. */
export async function askAction(request: APIRequestContext, action: string, input: unknown): Promise<string> {
  const { id, address } = findAction(action);
  const response = await request.post(address, {
    headers: { "next-action": id, "content-type": "text/plain;charset=UTF-8", ...fromSomewhere() },
    data: JSON.stringify([input ?? "$undefined"]),
  });
  expect(response.status(), action).toBe(200);
  const flight = await response.text();
  // The line of the answer itself: the page that comes along with some may show refusals too.
  const said = /^1:(.*)$/m.exec(flight)?.[1] ?? flight;
  return /"refusal":"(\w+)"/.exec(said)?.[1] ?? (/"ok":true/.test(said) ? "ok" : said);
}
