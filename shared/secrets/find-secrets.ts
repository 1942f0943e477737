import { AnchorIndex, type Anchored } from "./anchors/anchor-index.ts";
import { stretchesAround, type Stretch } from "./anchors/stretches.ts";
import { looksDrawn, looksReal } from "./looks-real.ts";
import { allPatterns } from "./patterns/all-patterns.ts";
import { presetHits } from "./preset/preset-hits.ts";
import { presetRules } from "./preset/preset-rules.ts";
import { secretHit, type SecretHit } from "./secret-hit.ts";
import type { SecretPattern } from "./secret-pattern.ts";

const index = new AnchorIndex<Anchored>([...allPatterns, ...presetRules]);

/** Finds secrets in a text, at most one at a place: by our own patterns, then by secretlint's rules. */
export function findSecrets(text: string, isJson: boolean, path = ""): SecretHit[] {
  const places = index.places(text);
  if (places.size === 0) return [];
  const around = (search: Anchored): Stretch[] =>
    stretchesAround(places.get(search) ?? [], text.length, search.around);
  const hits: SecretHit[] = [];
  const add = (some: Iterable<SecretHit>): void => {
    for (const hit of some) if (!hits.some((other) => overlaps(hit, other))) hits.push(hit);
  };
  for (const pattern of allPatterns) {
    if (pattern.outsideJson === true && isJson) continue;
    for (const stretch of around(pattern)) add(matches(pattern, text, stretch));
  }
  for (const rule of presetRules) {
    for (const stretch of around(rule)) add(presetHits(rule, text, stretch, path));
  }
  return hits.sort((one, other) => one.at - other.at);
}

function* matches(
  pattern: SecretPattern,
  text: string,
  { start, end }: Stretch,
): Generator<SecretHit> {
  for (const match of text.slice(start, end).matchAll(pattern.expression)) {
    const secret = match.groups?.["secret"] ?? "";
    if (!looksReal(secret, pattern.guard)) continue;
    if (pattern.severity === "warning" && !looksDrawn(secret)) continue;
    const at = start + match.index + match[0].lastIndexOf(secret);
    if (pattern.isIn?.(text, at) === false) continue;
    yield secretHit(pattern, secret, at);
  }
}

function overlaps(one: SecretHit, other: SecretHit): boolean {
  return one.at < other.at + other.length && other.at < one.at + one.length;
}
