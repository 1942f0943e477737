import { textSha256 } from "../packages/sha256.ts";

/** What a report says of a kind of secret. */
export interface SecretKind {
  readonly id: string;
  /** What it is, for messages: "A storage account key". */
  readonly what: string;
  /** Guesses are warnings. */
  readonly severity: Severity;
}

export type Severity = "error" | "warning";

/** A secret in a text; the value itself goes no further than its mask and its hash. */
export interface SecretHit {
  readonly pattern: SecretKind;
  /** Where the secret part starts. */
  readonly at: number;
  readonly length: number;
  readonly masked: string;
  /** Tells it from others of its kind; goes into fingerprints, never into a report. */
  readonly digest: string;
}

export function secretHit(pattern: SecretKind, secret: string, at: number): SecretHit {
  const { length } = secret;
  return { pattern, at, length, masked: mask(secret), digest: textSha256(secret) };
}

/** Enough to recognise it by, for who knows it. */
export function mask(secret: string): string {
  return `${secret.slice(0, secret.length < 12 ? 1 : 3)}… (${secret.length} characters)`;
}
