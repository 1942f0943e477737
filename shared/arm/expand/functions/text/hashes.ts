import { joinedHash } from "./hash.ts";
import { wrong } from "../arguments.ts";
import { many, pure, type FunctionTable } from "../template-function.ts";
import type { ArmValue } from "../../values/arm-value.ts";

// Azure's values differ: these only look the same and depend on the same things.
export const hashes: FunctionTable = {
  uniquestring: pure([1, many], "string", (args) => uniqueString(hashOf("unique", args))),
  guid: pure([1, many], "string", (args) => guidOf(hashOf("guid", args))),
};

const letters = "abcdefghijklmnopqrstuvwxyz234567";

function uniqueString(hash: bigint): string {
  return Array.from({ length: 13 }, (_, at) => {
    return letters[Number((hash >> BigInt(at * 5)) & 31n)] ?? "a";
  }).join("");
}

/** A hash in the form of a name-based GUID. */
export function guidOf(hash: bigint): string {
  const digits = hash.toString(16).padStart(32, "0");
  const variant = "89ab"[Number(hash >> 60n) & 3] ?? "8";
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `5${digits.slice(13, 16)}`,
    variant + digits.slice(17, 20),
    digits.slice(20),
  ].join("-");
}

function hashOf(kind: string, args: readonly ArmValue[]): bigint {
  const texts = args.map((arg, at) => (typeof arg === "string" ? arg : wrong(arg, at, "a string")));
  return joinedHash([kind, ...texts]);
}
