/** What a user agent says that a person would recognise. Product names; null where it says nothing known. */
export type Device = { browser: string | null; system: string | null };

// In this order: most browsers also name the ones that they descend from.
const browsers: readonly [RegExp, string][] = [
  [/\bEdgA?\/|\bEdgiOS\//, "Edge"],
  [/\bOPR\/|\bOPT\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bHeadlessChrome\/|\bChrome\/|\bCriOS\/|\bChromium\//, "Chrome"],
  [/\bVersion\/[\d.]+ .*Safari\//, "Safari"],
];

const systems: readonly [RegExp, string][] = [
  [/\biPhone\b|\biPod\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMacintosh\b|\bMac OS X\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];

const longestAgent = 512;

/** Never refuses: a device without a name is still a device to sign out. */
export function readDevice(userAgent: string | null | undefined): Device {
  const agent = (userAgent ?? "").slice(0, longestAgent);
  const named = (names: readonly [RegExp, string][]) => names.find(([sign]) => sign.test(agent))?.[1] ?? null;
  return { browser: named(browsers), system: named(systems) };
}

/** One column's worth: `Firefox|Android`. */
export const packDevice = ({ browser, system }: Device): string => `${browser ?? ""}|${system ?? ""}`;

export function unpackDevice(packed: string): Device {
  const [browser, system] = packed.split("|");
  return { browser: browser || null, system: system || null };
}
