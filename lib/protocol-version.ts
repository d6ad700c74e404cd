/** Told in the handshake's `auth.protocol`. Another number means that the page is older than the server: reload. */
export const protocolVersion = 1;
