import type { Finding } from "../../findings/finding.ts";
import { fingerprintOf } from "../../findings/fingerprint.ts";
import { secretsRuleId } from "../secret-finding.ts";
import { derSequence, derValue, integer, sequence, startsWith } from "./der.ts";
import { startsEncryptedKey, startsPrivateKey } from "./private-key.ts";

interface KeyFile {
  readonly id: string;
  readonly what: string;
  readonly starts: (bytes: Uint8Array) => boolean;
  /** A password is left to guess, or it may hold nothing but certificates. */
  readonly isLocked: boolean;
}

/** So much tells one key from another: in front of it is only what kind it is. */
const headBytes = 2048;
const versionThree = [0x03];
/** The object identifier 1.2.840.113549.1.7.1, of what follows the version. */
const dataContent = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01];
/** Of Java's own stores and of those of its cryptography extension. */
const javaMarks = [0xfeedfeed, 0xcececece];
const javaHead = 12;

const keyFiles: readonly KeyFile[] = [
  { id: "pkcs12-key-store", what: "A key store (PKCS#12)", starts: startsPkcs12, isLocked: true },
  { id: "java-key-store", what: "A key store (Java)", starts: startsJavaStore, isLocked: true },
  {
    id: "encrypted-private-key",
    what: "An encrypted private key",
    starts: startsEncryptedKey,
    isLocked: true,
  },
  { id: "private-key", what: "A private key", starts: startsPrivateKey, isLocked: false },
];

/** About bytes that are a key or a store of keys, by the first of them. */
export function keyFileFinding(bytes: Uint8Array, file: string): Finding | undefined {
  const found = keyFiles.find(({ starts }) => starts(bytes));
  if (found === undefined) return undefined;
  const { id, what, isLocked } = found;
  const risk = isLocked ? "try passwords on it" : "use it";
  return {
    ruleId: secretsRuleId,
    errorId: id,
    severity: isLocked ? "warning" : "error",
    message: `${what} is in the package; everyone who gets the package can ${risk}.`,
    fix: "Remove it, and let the deployment take keys from a key vault; certificates without keys can be in a PEM file.",
    file,
    line: 1,
    column: 1,
    fingerprint: fingerprintOf(secretsRuleId, id, file, headOf(bytes)),
    whose: "content",
  };
}

function headOf(bytes: Uint8Array): string {
  const value = derValue(bytes, 0);
  const end = value?.tag === sequence ? Math.min(headBytes, value.end) : headBytes;
  return new TextDecoder("latin1").decode(bytes.subarray(0, end));
}

function startsPkcs12(bytes: Uint8Array): boolean {
  const [version, content] = derSequence(bytes, 0, [integer, sequence]) ?? [];
  if (version === undefined || content === undefined) return false;
  return startsWith(bytes, version, versionThree) && startsWith(bytes, content, dataContent);
}

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
