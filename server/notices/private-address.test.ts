import { expect, test } from "vitest";
import { postOutside } from "@/server/notices/post-outside";
import { isPrivateAddress } from "@/server/notices/private-address";

test.each([
  "127.0.0.1",
  "10.1.2.3",
  "172.31.0.1",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "0.0.0.0",
  "224.0.0.1",
])("%s is private", (address) => expect(isPrivateAddress(address)).toBe(true));

test.each([
  "::1",
  "::",
  "fe80::1",
  "fd12::1",
  "::ffff:10.0.0.1",
  "::ffff:8.8.8.8",
  "64:ff9b::a00:1",
  "2002:a00:1::",
  "2001:db8::1",
  "x",
  "",
])("%s is private, or carries what may be", (address) => expect(isPrivateAddress(address)).toBe(true));

test.each(["8.8.8.8", "172.32.0.1", "2606:4700::1111", "2a00:1450:4001:80b::200e"])(
  "%s is on the open internet",
  (address) => expect(isPrivateAddress(address)).toBe(false),
);

test("a name that leads to this machine is not asked, whatever it is called", async () => {
  const asked = { method: "POST", headers: {}, body: Buffer.alloc(0) };
  for (const endpoint of [
    "https://localhost/x",
    "https://localhost.localdomain/x",
    "https://127.0.0.1:1/x",
    "not a url",
  ]) {
    const { kind } = await postOutside({ ...asked, endpoint }, { allowLoopback: false });
    expect(["closed", "unreachable"]).toContain(kind);
  }
});
