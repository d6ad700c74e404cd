import { BlockList, isIP } from "node:net";

/*
 * The address of a push service comes from a browser, so it could be anything: a router, a database, a cloud's own
 * metadata service. Nothing is sent to what is not on the open internet (IANA special-purpose registries).
 */
const closed = new BlockList();
const ranges: readonly [string, number, "ipv4" | "ipv6"][] = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["192.0.2.0", 24, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["198.51.100.0", 24, "ipv4"],
  ["203.0.113.0", 24, "ipv4"],
  ["224.0.0.0", 3, "ipv4"],
  ["2001:db8::", 32, "ipv6"],
  ["64:ff9b:1::", 48, "ipv6"],
];
for (const [net, prefix, family] of ranges) closed.addSubnet(net, prefix, family);

/** The one part of the IPv6 space that is given out to the internet. */
const open6 = new BlockList();
open6.addSubnet("2000::", 3, "ipv6");

/** True also for what is no address at all. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return closed.check(address, "ipv4");
  // 6to4 and NAT64 carry any IPv4 address inside.
  if (family === 6) return !open6.check(address, "ipv6") || closed.check(address, "ipv6") || /^2002:/i.test(address);
  return true;
}

export function isLoopback(address: string): boolean {
  return address === "::1" || /^127\./.test(address);
}
