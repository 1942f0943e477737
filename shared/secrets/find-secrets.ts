import { looksDrawn, looksReal } from "./looks-real.ts";
import { allPatterns } from "./patterns/all-patterns.ts";
import type { SecretPattern } from "./secret-pattern.ts";

/** A secret in a text; the value itself goes no further than its mask. */
export interface SecretHit {
  pattern: SecretPattern;
  /** Where the secret part starts. */
  at: number;
  length: number;
  masked: string;
}

/** Finds secrets in a text, at most one at a place. */
export function findSecrets(text: string, isJson: boolean): SecretHit[] {
  const lower = text.toLowerCase();
  const hits: SecretHit[] = [];
  for (const pattern of allPatterns) {
    if (pattern.outsideJson === true && isJson) continue;
    if (!lower.includes(pattern.keyword)) continue;
    for (const hit of matches(pattern, text)) {
      if (!hits.some((other) => overlaps(hit, other))) hits.push(hit);
    }
  }
  return hits.sort((one, other) => one.at - other.at);
}

function* matches(pattern: SecretPattern, text: string): Generator<SecretHit> {
  for (const match of text.matchAll(pattern.expression)) {
    const secret = match.groups?.["secret"] ?? "";
    if (!looksReal(secret, pattern.guard)) continue;
    if (pattern.severity === "warning" && !looksDrawn(secret)) continue;
    const at = match.index + match[0].lastIndexOf(secret);
    if (pattern.isIn?.(text, at) === false) continue;
    yield { pattern, at, length: secret.length, masked: mask(secret) };
  }
}

function overlaps(one: SecretHit, other: SecretHit): boolean {
  return one.at < other.at + other.length && other.at < one.at + one.length;
}

/** Enough to recognise it by, for who knows it. */
export function mask(secret: string): string {
  return `${secret.slice(0, secret.length < 12 ? 1 : 3)}… (${secret.length} characters)`;
}
