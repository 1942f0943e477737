import type { Finding } from "../findings/finding.ts";
import { fingerprintOf } from "../findings/fingerprint.ts";
import { secretsRuleId } from "./secret-finding.ts";

interface KeyStore {
  readonly id: string;
  readonly what: string;
  readonly starts: (bytes: Uint8Array) => boolean;
}

const sequence = 0x30;
const versionThree = [0x02, 0x01, 0x03];
/** The object identifier 1.2.840.113549.1.7.1, of what follows the version. */
const dataContent = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01];
/** Of Java's own stores and of those of its cryptography extension. */
const javaMarks = [0xfeedfeed, 0xcececece];
const javaHead = 12;

const keyStores: readonly KeyStore[] = [
  { id: "pkcs12-key-store", what: "A key store (PKCS#12)", starts: startsPkcs12 },
  { id: "java-key-store", what: "A key store (Java)", starts: startsJavaStore },
];

/** About a file that is a key store, by its first bytes; its password is the only thing left to guess. */
export function keyStoreFinding(bytes: Uint8Array, file: string): Finding | undefined {
  const found = keyStores.find(({ starts }) => starts(bytes));
  if (found === undefined) return undefined;
  return {
    ruleId: secretsRuleId,
    errorId: found.id,
    // It may hold nothing but certificates.
    severity: "warning",
    message: `${found.what} is in the package; everyone who gets the package can try passwords on it.`,
    fix: "Remove it, and let the deployment take keys from a key vault; certificates without keys can be in a PEM file.",
    file,
    line: 1,
    column: 1,
    fingerprint: fingerprintOf(secretsRuleId, found.id, file),
    whose: "content",
  };
}

function startsPkcs12(bytes: Uint8Array): boolean {
  const version = insideOf(bytes, 0);
  if (version === undefined || !stands(versionThree, bytes, version)) return false;
  const content = insideOf(bytes, version + versionThree.length);
  return content !== undefined && stands(dataContent, bytes, content);
}

/** Where the content of a sequence starts: behind its length, and behind the length of that. */
function insideOf(bytes: Uint8Array, at: number): number | undefined {
  const length = bytes[at + 1];
  if (bytes[at] !== sequence || length === undefined) return undefined;
  return at + 2 + (length > 0x80 ? length - 0x80 : 0);
}

const stands = (expected: readonly number[], bytes: Uint8Array, at: number): boolean =>
  expected.every((byte, index) => bytes[at + index] === byte);

/** A mark, a version and how many entries there are. */
function startsJavaStore(bytes: Uint8Array): boolean {
  if (bytes.length < javaHead) return false;
  const head = new DataView(bytes.buffer, bytes.byteOffset, javaHead);
  const version = head.getUint32(4);
  return (
    javaMarks.includes(head.getUint32(0)) &&
    (version === 1 || version === 2) &&
    head.getUint32(8) > 0
  );
}
