import { describe, expect, it } from "vitest";
import { packDevice, readDevice, unpackDevice } from "@/lib/accounts/device";

const agents: [string, string | null, string | null][] = [
  ["Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0", "Firefox", "Android"],
  ["Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36", "Chrome", "Android"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1",
    "Safari",
    "iPhone",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 CriOS/140.0 Mobile Safari/604.1",
    "Chrome",
    "iPhone",
  ],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge", "Windows"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15", "Safari", "macOS"],
  ["Mozilla/5.0 (X11; CrOS x86_64) Chrome/140.0.0.0 Safari/537.36", "Chrome", "ChromeOS"],
  ["Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36 OPR/120.0", "Opera", "Linux"],
  ["curl/8.0", null, null],
  ["", null, null],
];

describe("the name of a device", () => {
  it.each(agents)("reads %s as a person would", (agent, browser, system) => {
    expect(readDevice(agent)).toEqual({ browser, system });
  });

  it("comes back from its column as it went in", () => {
    for (const [agent] of agents) expect(unpackDevice(packDevice(readDevice(agent)))).toEqual(readDevice(agent));
  });

  it("looks at the first 512 characters and no further, so that no user agent can make it slow", () => {
    const known = "Firefox/140.0 Windows";
    expect(readDevice(known.padStart(512))).toEqual({ browser: "Firefox", system: "Windows" });
    expect(readDevice(known.padStart(512 + known.length))).toEqual({ browser: null, system: null });
    expect(readDevice(`Version/1 ${"1.".repeat(500_000)} Safari/1`)).toEqual({ browser: null, system: null });
    for (const [agent] of agents) {
      for (const [after] of agents) expect(readDevice(agent.padEnd(512) + after)).toEqual(readDevice(agent));
    }
  });
});
