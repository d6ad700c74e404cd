import { io, Socket } from "socket.io-client";
import { expect, test, vi } from "vitest";
import { createSocketWire } from "@/components/check-in/socket-wire";
import { createTogetherWire } from "@/components/read/together/together-wire";
import { checkInIdSchema } from "@/lib/ids";

vi.mock("socket.io-client", async (load) => {
  const real = await load<typeof import("socket.io-client")>();
  return { ...real, io: vi.fn(real.io) };
});

const id = checkInIdSchema.parse("018f0000-0000-7000-8000-000000000001");
const nothing = () => undefined;
const events = { connected: nothing, dropped: nothing, refused: nothing, closed: nothing };

test("a try to connect that is lost is given up after 10 seconds, and the next ones do not all come in one moment", async () => {
  vi.spyOn(Socket.prototype, "connect").mockReturnThis();
  createSocketWire(id).open({ ...events, view: nothing, presence: nothing });
  createTogetherWire(id).open({ ...events, state: nothing });
  await vi.waitFor(() => expect(io).toHaveBeenCalledTimes(2));
  for (const { value: line } of vi.mocked(io).mock.results) {
    expect(line).toBeInstanceOf(Socket);
    expect(line.io.timeout()).toBe(10_000);
    expect([line.io.reconnectionDelay(), line.io.reconnectionDelayMax()]).toEqual([500, 4000]);
    expect(line.io.randomizationFactor()).toBe(0.5);
  }
});
