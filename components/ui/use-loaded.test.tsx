import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { useLoaded } from "@/components/ui/use-loaded";

function Late({ load }: { load: () => Promise<string> }) {
  const loaded = useLoaded(load);
  if (loaded.state === "opening") return <p>Opening</p>;
  if (loaded.state === "ready") return <p>{loaded.value}</p>;
  return (
    <button type="button" onClick={loaded.again}>
      Again
    </button>
  );
}

test("what comes later is there once, and asked for no second time when the page is drawn anew", async () => {
  const load = vi.fn(async () => "All of it");
  const page = render(<Late load={load} />);
  expect(screen.getByText("Opening")).toBeTruthy();
  expect(await screen.findByText("All of it")).toBeTruthy();
  page.rerender(<Late load={load} />);
  expect(screen.getByText("All of it")).toBeTruthy();
  expect(load).toHaveBeenCalledOnce();
});

test("where the line is down it can be asked for again", async () => {
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error("no network")).mockResolvedValue("Here");
  render(<Late load={load} />);
  fireEvent.click(await screen.findByRole("button", { name: "Again" }));
  expect(await screen.findByText("Here")).toBeTruthy();
});
