import { AnchorIndex, type Anchored } from "./anchors/anchor-index.ts";
import { stretchesAround, type Stretch } from "./anchors/stretches.ts";
import { looksDrawn, looksReal } from "./looks-real.ts";
import { allPatterns } from "./patterns/all-patterns.ts";
import { presetHits } from "./preset/preset-hits.ts";
import { presetRules } from "./preset/preset-rules.ts";
import { secretHit, type SecretHit } from "./secret-hit.ts";
import type { SecretPattern } from "./secret-pattern.ts";

const index = new AnchorIndex<Anchored>([...allPatterns, ...presetRules]);

type Places = ReturnType<typeof index.places>;

/**
 * Finds secrets in a text, at most one at a place: by our own patterns, then by secretlint's rules.
 * It answers at once where no word of a secret is in the text, which most texts have none of.
 */
export function findSecrets(
  text: string,
  isJson: boolean,
  path = "",
): readonly SecretHit[] | Promise<readonly SecretHit[]> {
  const places = index.places(text);
  if (places.size === 0) return [];
  return withPresetHits(ownHits(text, isJson, places), text, places, path);
}

/** What our own patterns find, for who cannot wait. */
export const ownSecrets = (text: string, isJson: boolean): readonly SecretHit[] =>
  ownHits(text, isJson, index.places(text));

async function withPresetHits(
  hits: SecretHit[],
  text: string,
  places: Places,
  path: string,
): Promise<readonly SecretHit[]> {
  for (const rule of presetRules) {
    for (const stretch of around(rule, text, places)) {
      addApart(hits, await presetHits(rule, text, stretch, path));
    }
  }
  return hits.sort((one, other) => one.at - other.at);
}

function ownHits(text: string, isJson: boolean, places: Places): SecretHit[] {
  const hits: SecretHit[] = [];
  for (const pattern of allPatterns) {
    if (pattern.outsideJson === true && isJson) continue;
    for (const stretch of around(pattern, text, places)) {
      addApart(hits, matches(pattern, text, stretch));
    }
  }
  return hits;
}

const around = (search: Anchored, text: string, places: Places): Stretch[] =>
  stretchesAround(places.get(search) ?? [], text.length, search.around);

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

function addApart(hits: SecretHit[], more: Iterable<SecretHit>): void {
  for (const hit of more) if (!hits.some((other) => overlaps(hit, other))) hits.push(hit);
}

function overlaps(one: SecretHit, other: SecretHit): boolean {
  return one.at < other.at + other.length && other.at < one.at + one.length;
}
