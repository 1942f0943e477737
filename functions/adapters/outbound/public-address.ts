import ipaddr from "ipaddr.js";

/** The only part of IPv6 that is given out for the internet. */
const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");
/** What resolvers of networks without IPv4 put an IPv4 address into. */
const nat64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96");
/** Looks public and is the host of Azure's own services inside every virtual network. */
const azureHost = "168.63.129.16";

/** Whether an IP address belongs to the public internet, in whatever form it is written. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = unwrapped(ipaddr.parse(text));
  if (address.range() !== "unicast") return false;
  return address instanceof ipaddr.IPv6
    ? address.match(globalUnicast)
    : address.toString() !== azureHost;
}

/** The IPv4 address that an IPv6 address stands for, where it stands for one. */
function unwrapped(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (!(address instanceof ipaddr.IPv6)) return address;
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  return address.match(nat64) ? new ipaddr.IPv4(address.toByteArray().slice(12)) : address;
}
