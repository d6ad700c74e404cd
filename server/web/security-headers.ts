/* Powerful features that the app does not use are off for it and for anything that would ever be framed in it. */
const off = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "display-capture",
  "encrypted-media",
  "gamepad",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "serial",
  "storage-access",
  "usb",
  "xr-spatial-tracking",
];

const permissions = off.map((feature) => `${feature}=()`).join(", ");

/** What every answer carries besides its policy. HSTS only on https: on http a browser ignores it, and localhost must stay free. */
export const securityHeaders = (secure: boolean): readonly (readonly [string, string])[] => [
  // Every page is made for one person and one nonce, so none may be kept by anybody.
  ["Cache-Control", "private, no-store"],
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "no-referrer"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
  ["X-Frame-Options", "DENY"],
  ["Permissions-Policy", permissions],
  ...(secure ? ([["Strict-Transport-Security", "max-age=63072000; includeSubDomains"]] as const) : []),
];
