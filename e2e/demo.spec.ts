import { expect, test } from "./fixtures";
import { press } from "./press";
import { expectAccessibleNow } from "./watch-page";

for (const colorScheme of ["light", "dark"] as const) {
  test(`somebody without an account plays the whole demo, and every screen is accessible in ${colorScheme}`, async ({
    page,
  }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: 390, height: 844 });
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() !== "GET" || request.resourceType() === "websocket") sent.push(request.url());
    });
    const look = (screen: string) => expectAccessibleNow(page, screen);

    await page.goto("/demo?pace=quick");
    await look("before it begins");
    await press(page, "Begin");
    await expect(page.getByText("A demo. Nothing is kept or sent.")).toBeVisible();
    await look("lobby");
    await press(page, "I'm here");
    await page.getByRole("radio", { name: "Too full" }).check();
    await look("ground");
    await press(page, "I'm ready");
    await look("rules");
    await press(page, "They sit right");
    await page.getByRole("radio", { name: "I would like to begin" }).check();
    await look("who goes first");
    await press(page, "Choose");
    await page.getByRole("textbox", { name: "A small thing" }).fill("You made tea on Tuesday.");
    await look("appreciation");
    await press(page, "I'm done writing");
    await expect(page.getByText("kettle")).toBeVisible();
    await look("both appreciations");
    await press(page, "Go on");

    await page.getByRole("searchbox", { name: "Look for a word" }).fill("lonely");
    await page.getByRole("checkbox", { name: "lonely", exact: true }).press("Space");
    await expect(page.getByRole("group", { name: "How strongly: lonely" })).toBeVisible();
    await look("compose, the feelings");
    await page.getByRole("button", { name: "Moment", exact: true }).click();
    await page.getByRole("textbox", { name: "When…" }).fill("When the evening was over.");
    await look("compose, the moment");
    await press(page, "Hand over");
    await expect(page.getByText("What I heard is that you felt lonely.")).toBeVisible();
    await look("confirm");
    await press(page, "Not quite");
    await page.getByRole("textbox", { name: "The part that matters most" }).fill("I miss you.");
    await look("not quite");
    await press(page, "Ask for another try");
    await press(page, "Yes, that's it");
    await press(page, "That's all for now");
    await expect(page.getByText("It makes sense to me, because you carry a lot")).toBeVisible();
    await look("thank");
    await press(page, "Thank you");
    await look("swap");
    await press(page, "I'm ready");

    await expect(page.getByText("phones after dinner on Thursday")).toBeVisible();
    await look("listen");
    await press(page, "Pause");
    await look("choose a time to come back");
    await press(page, "Begin the pause");
    await look("pause");
    await press(page, "I'm back");
    await expect(page.getByText("You are both back")).toBeVisible();
    await press(page, "Options");
    await look("options");
    await press(page, "Slow down");
    await look("one breath");
    await press(page, "I'm with you");
    await press(page, "Ready to say it back");
    await page.getByRole("textbox", { name: "What I heard is" }).fill("You miss our evenings.");
    await look("reflect");
    await press(page, "Say it back");
    await page.getByRole("textbox", { name: "It makes sense to me" }).fill("It makes sense to me, because I do too.");
    await look("empathise");
    await press(page, "Give it to them");

    await page.getByRole("textbox", { name: "This week" }).fill("A walk on Sunday?");
    await look("ask");
    await press(page, "Ask");
    await press(page, "Keep it");
    await expect(page.getByText("one dinner with both phones")).toBeVisible();
    await page.getByRole("radio", { name: "Yes, with a change" }).check();
    await look("answer");
    await press(page, "Answer");
    await look("settle");
    await press(page, "Keep it");
    await page.getByRole("textbox", { name: "Thank you for" }).fill("Thank you for the practice.");
    await look("close");
    await press(page, "I'm done writing");
    await press(page, "Go on");
    await expect(page.getByRole("heading", { name: "That was your check-in." })).toBeVisible();
    await look("the end");
    await expect(page.getByRole("link", { name: "Start with my partner" })).toHaveAttribute("href", "/sign-up");

    expect(sent).toEqual([]);
    expect(await page.evaluate(() => window.localStorage.length + window.sessionStorage.length)).toBe(0);
  });
}
