import { fail } from "../../evaluate/failure.ts";
import { ArmObject } from "../../values/arm-value.ts";
import { readAddress, writeAddress } from "./ip-address.ts";
import { integerAt, textAt } from "../arguments.ts";
import { pure, type FunctionTable } from "../template-function.ts";

export const addresses: FunctionTable = {
  parsecidr: pure(1, "object", (args) => describe(readRange(textAt(args, 0)))),
  cidrsubnet: pure(3, "string", (args) => {
    const range = readRange(textAt(args, 0));
    return subnet(range, integerAt(args, 1), integerAt(args, 2));
  }),
  cidrhost: pure(2, "string", (args) => {
    const range = readRange(textAt(args, 0));
    return host(range, integerAt(args, 1));
  }),
};

interface Range {
  network: bigint;
  prefix: number;
  bits: 32 | 128;
}

function readRange(text: string): Range {
  const [, written = "", size = ""] = /^([^/]*)\/(\d{1,3})$/.exec(text.trim()) ?? [];
  const address = readAddress(written);
  const prefix = Number(size);
  if (address === undefined || size === "" || prefix > address.bits) {
    return fail("this is not an address range such as 10.0.0.0/16");
  }
  const hostBits = BigInt(address.bits - prefix);
  return { network: (address.value >> hostBits) << hostBits, prefix, bits: address.bits };
}

function subnet({ network, prefix, bits }: Range, size: number, index: number): string {
  if (size < prefix || size > bits)
    return fail(`a part of a /${prefix} range cannot be a /${size}`);
  if (index < 0 || BigInt(index) >= 1n << BigInt(size - prefix)) {
    return fail(`there is no part ${index} when a /${prefix} range is cut into /${size} ones`);
  }
  return `${writeAddress(network + (BigInt(index) << BigInt(bits - size)), bits)}/${size}`;
}

function host(range: Range, index: number): string {
  const { first, last } = ends(range);
  const address = first + BigInt(index);
  return index < 0 || address > last
    ? fail(`the range has no usable address number ${index}`)
    : writeAddress(address, range.bits);
}

function ends({ network, prefix, bits }: Range): { first: bigint; last: bigint; end: bigint } {
  const end = network + (1n << BigInt(bits - prefix)) - 1n;
  const isSmall = bits - prefix < 2;
  const first = isSmall ? network : network + 1n;
  return { first, last: isSmall || bits === 128 ? end : end - 1n, end };
}

function describe(range: Range): ArmObject {
  const { network, prefix, bits } = range;
  const { first, last, end } = ends(range);
  const all = (1n << BigInt(bits)) - 1n;
  const object = ArmObject.of([
    ["network", writeAddress(network, bits)],
    ["netmask", writeAddress(all ^ (end - network), bits)],
  ]);
  if (bits === 32) object.set("broadcast", writeAddress(end, bits));
  object.set("firstUsable", writeAddress(first, bits));
  object.set("lastUsable", writeAddress(last, bits));
  object.set("cidr", prefix);
  return object;
}
