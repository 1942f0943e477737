import { itemsOf, sameText, stringOf, valueAt } from "../../../arm/json/node.ts";
import type { JsonNode } from "../../../arm/json/json-document.ts";
import { templateRule } from "../rule.ts";

const anywhere = new Set(["*", "0.0.0.0/0", "internet", "any", "::/0"]);
/** Ports that give whoever reaches them a shell or a desktop. */
const managementPorts = [22, 3389, 5985, 5986];

/** The whole internet may not reach the ports that machines are managed through. */
export const publicNetworkIsRestricted = templateRule(
  {
    id: "public-network-is-restricted",
    title: "Management ports are closed to the internet",
    why: "Machines with SSH, RDP or WinRM open to everybody are attacked within minutes, and customers' policies refuse them.",
    fix: "Let the customer choose the source addresses with a parameter, or use Azure Bastion.",
    example: {
      bad: '{"access":"Allow","direction":"Inbound","sourceAddressPrefix":"*","destinationPortRange":"22"}',
      good: '{"access":"Allow","direction":"Inbound","sourceAddressPrefix":"[parameters(\'adminAddresses\')]","destinationPortRange":"22"}',
    },
    severity: "warning",
    source: "Microsoft cloud security benchmark, NS-1: network segmentation boundaries",
  },
  function* check(template) {
    for (const { value: prefix, owner } of template.find(
      "sourceAddressPrefix",
      "sourceAddressPrefixes",
    )) {
      const open = textsOf(prefix).find((node) => anywhere.has(lowerOf(node)));
      if (open === undefined || !isInboundAllow(owner)) continue;
      const port = openPort(owner);
      if (port === undefined) continue;
      const message = `Everybody on the internet may reach port ${port}.`;
      yield { at: open, message, errorId: "Management.Port.Is.Public" };
    }
  },
);

const textsOf = (node: JsonNode): readonly JsonNode[] =>
  node.type === "array" ? itemsOf(node) : [node];
const lowerOf = (node: JsonNode): string => (stringOf(node) ?? "").toLowerCase();

const isInboundAllow = (rule: JsonNode): boolean =>
  sameText(stringOf(valueAt(rule, "access")), "allow") &&
  sameText(stringOf(valueAt(rule, "direction")), "inbound");

/** The first management port among a rule's ports, as it is written there. */
function openPort(rule: JsonNode): string | undefined {
  const named = ["destinationPortRange", "destinationPortRanges"].flatMap((name) => {
    const node = valueAt(rule, name);
    return node === undefined ? [] : textsOf(node).map((one) => stringOf(one) ?? "");
  });
  return named.find((range) => managementPorts.some((port) => covers(range, port)));
}

function covers(range: string, port: number): boolean {
  if (range.trim() === "*") return true;
  const [from = "", to = from] = range.split("-").map((part) => part.trim());
  if (!/^\d+$/.test(from) || !/^\d+$/.test(to)) return false;
  return Number(from) <= port && port <= Number(to);
}
