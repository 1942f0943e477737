import { AnchorIndex, type Anchored } from "./anchors/anchor-index.ts";
import { piecesOf, stretchesAround, type Stretch } from "./anchors/stretches.ts";
import { ApartHits, everything, type Wanted } from "./apart-hits.ts";
import { looksDrawn, looksReal } from "./looks-real.ts";
import { allPatterns } from "./patterns/all-patterns.ts";
import { presetHits } from "./preset/preset-hits.ts";
import { presetRules } from "./preset/preset-rules.ts";
import { secretHit, type SecretHit, type Severity } from "./secret-hit.ts";
import type { SecretPattern } from "./secret-pattern.ts";

const index = new AnchorIndex<Anchored>([...allPatterns, ...presetRules]);

/** A text, and where the words of each search are in it. */
interface Searched {
  readonly text: string;
  readonly isJson: boolean;
  readonly places: ReturnType<typeof index.places>;
}

/**
 * Finds secrets in a text, at most one at a place: by our own patterns, then by secretlint's rules;
 * a guess takes no place from them. It answers at once where no word of a secret is in the text,
 * which most texts have none of.
 */
export function findSecrets(
  text: string,
  isJson: boolean,
  path = "",
  wanted = everything,
): readonly SecretHit[] | Promise<readonly SecretHit[]> {
  const places = index.places(text);
  if (places.size === 0) return [];
  return hitsOfAll({ text, isJson, places }, path, wanted);
}

/** What our own patterns find, for who cannot wait. */
export function ownSecrets(text: string, isJson: boolean): readonly SecretHit[] {
  const searched = { text, isJson, places: index.places(text) };
  const hits = new ApartHits(everything);
  addOwn(hits, searched, "error");
  addOwn(hits, searched, "warning");
  return hits.hits;
}

async function hitsOfAll(
  searched: Searched,
  path: string,
  wanted: Wanted,
): Promise<readonly SecretHit[]> {
  const hits = new ApartHits(wanted);
  addOwn(hits, searched, "error");
  await addPreset(hits, searched, path);
  // Whoever has seen so many errors looks no further.
  if (!hits.isFull("error")) addOwn(hits, searched, "warning");
  return hits.hits;
}

function addOwn(hits: ApartHits, searched: Searched, severity: Severity): void {
  for (const pattern of allPatterns) {
    if (pattern.severity !== severity) continue;
    if (pattern.outsideJson === true && searched.isJson) continue;
    hits.add(matches(pattern, searched), severity);
  }
}

async function addPreset(hits: ApartHits, searched: Searched, path: string): Promise<void> {
  for (const rule of presetRules) {
    for (const piece of around(rule, searched).flatMap((it) => [...piecesOf(it, rule.around)])) {
      if (hits.isFull("error")) return;
      const found = await presetHits(rule, searched.text, piece, path);
      hits.add(
        found.filter(({ at }) => at >= piece.from && at < piece.to),
        "error",
      );
    }
  }
}

const around = (search: Anchored, { text, places }: Searched): Stretch[] =>
  stretchesAround(places.get(search) ?? [], text.length, search.around);

function* matches(pattern: SecretPattern, searched: Searched): Generator<SecretHit> {
  const { text } = searched;
  for (const { start, end } of around(pattern, searched)) {
    for (const match of text.slice(start, end).matchAll(pattern.expression)) {
      const secret = match.groups?.["secret"] ?? "";
      if (!looksReal(secret, pattern.guard)) continue;
      if (pattern.severity === "warning" && !looksDrawn(secret)) continue;
      const at = start + match.index + match[0].lastIndexOf(secret);
      if (pattern.isIn?.(text, at, secret) === false) continue;
      yield secretHit(pattern, secret, at);
    }
  }
}
