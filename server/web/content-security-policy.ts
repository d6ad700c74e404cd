export type PolicyFor = {
  /** Made for this response alone. */
  nonce: string;
  /** Of the request, with its port; left out when it is not a plain host. */
  host: string | null;
  secure: boolean;
  development: boolean;
  pathname: string;
};

/* Where a password becomes a key: Argon2id is WebAssembly, and no other page may compile any. */
const derivesKeys = /^\/(sign-in|sign-up|recover(\/.*)?|you\/(password|recovery-code|let-in)|join(\/.*)?)\/?$/;

const plainHost = /^[a-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:]+\](:\d{1,5})?$/i;

/**
 * One page's Content-Security-Policy. Scripts run by nonce alone; style attributes are refused (components draw by classes and
 * SVG attributes, and what React sets later goes by the CSSOM, which the policy does not touch). Development needs eval for
 * React's stacks, inline styles for the error overlay and blob workers; production needs none of them.
 */
export const contentSecurityPolicy = ({ nonce, host, secure, development, pathname }: PolicyFor): string => {
  const socket = host && plainHost.test(host) ? ` ${secure ? "wss" : "ws"}://${host}` : "";
  const wasm = derivesKeys.test(pathname) ? " 'wasm-unsafe-eval'" : "";
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${wasm}${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    // Named as well as 'self', because older Safari does not count a socket of the same host as 'self'.
    `connect-src 'self'${socket}`,
    `worker-src 'self'${development ? " blob:" : ""}`,
    "manifest-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
};
