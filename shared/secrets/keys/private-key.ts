import {
  derSequence,
  identifier,
  integer,
  octets,
  sequence,
  startsWith,
  type DerValue,
} from "./der.ts";

/** Kinds of keys, as object identifiers: RSA, of elliptic curves, DSA, and those of Curve25519 and 448. */
const keyKinds: readonly (readonly number[])[] = [
  [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01],
  [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01],
  [0x2a, 0x86, 0x48, 0xce, 0x38, 0x04, 0x01],
  [0x2b, 0x65],
];
/** Ways to encrypt with a password: of PKCS#5 and PKCS#12. */
const passwordKinds: readonly (readonly number[])[] = [
  [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05],
  [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x0c, 0x01],
];
/** Bytes: no key of RSA is shorter, and no exponent in use is longer. */
const leastModulus = 64;
const mostExponent = 8;
/** Of the curves in use. */
const curveKeys = { least: 20, most: 66 };
/** The parameters of a curve, or the public key. */
const curveTags = [0xa0, 0xa1];

/** Whether a private key starts there as programs store it, not encrypted: PKCS#8, PKCS#1 or SEC 1. */
export const startsPrivateKey = (bytes: Uint8Array): boolean =>
  startsKeyInfo(bytes) || startsRsaKey(bytes) || startsCurveKey(bytes);

/** Whether a private key starts there that a password protects. */
export function startsEncryptedKey(bytes: Uint8Array): boolean {
  const [kind] = derSequence(bytes, 0, [sequence, octets]) ?? [];
  return kind !== undefined && isKindOf(passwordKinds, bytes, kind);
}

function startsKeyInfo(bytes: Uint8Array): boolean {
  const [version, kind] = derSequence(bytes, 0, [integer, sequence, octets]) ?? [];
  return kind !== undefined && isSmall(bytes, version, [0, 1]) && isKindOf(keyKinds, bytes, kind);
}

function startsRsaKey(bytes: Uint8Array): boolean {
  const values = derSequence(bytes, 0, [integer, integer, integer, integer]);
  const [version, modulus, exponent] = values ?? [];
  if (modulus === undefined || !isSmall(bytes, version, [0, 1])) return false;
  return lengthOf(modulus) >= leastModulus && lengthOf(exponent) <= mostExponent;
}

function startsCurveKey(bytes: Uint8Array): boolean {
  const [version, key] = derSequence(bytes, 0, [integer, octets]) ?? [];
  if (key === undefined || !isSmall(bytes, version, [1])) return false;
  const { least, most } = curveKeys;
  const isKey = lengthOf(key) >= least && lengthOf(key) <= most;
  return isKey && curveTags.includes(bytes[key.end] ?? 0);
}

const lengthOf = (value: DerValue | undefined): number =>
  value === undefined ? 0 : value.end - value.start;

const isSmall = (bytes: Uint8Array, value: DerValue | undefined, numbers: readonly number[]) =>
  value !== undefined && lengthOf(value) === 1 && numbers.includes(bytes[value.start] ?? -1);

function isKindOf(
  kinds: readonly (readonly number[])[],
  bytes: Uint8Array,
  { start }: DerValue,
): boolean {
  // The object identifier is the first thing in its sequence, whose own head is before the start.
  const length = bytes[start + 1] ?? 0;
  if (bytes[start] !== identifier) return false;
  const value = { tag: identifier, start: start + 2, end: start + 2 + length };
  return kinds.some((kind) => startsWith(bytes, value, kind));
}
