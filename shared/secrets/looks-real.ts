import type { Guard } from "./secret-pattern.ts";

/** Words that stand for a value somebody else is to put in. */
const standIn =
  /example|sample|dummy|placeholder|change[-_ ]?(?:me|it)|replace|redacted|insert[-_ ]|your[-_ ]?(?:key|pass|secret|token|own|account|storage)|your[-_]|fill[-_ ]?in|x{6,}|\.{3}|\*{3}|-{5}|_{5}|…|<[^>]*>/i;
/** References to something that is only known later. */
const reference =
  /^\$|\$[({]|^#\{|^\\+\(|^[`"']\s*\+|^%\(|\{\{|\}\}|^\{.*\}\W*$|^@[{(\w.]*\(|%\w+%|^\[.*\]$|\bprocess\.env|\bos\.environ|parameters\(|variables\(|reference\(|listkeys\(|^(?:var|local|data|module|env|secrets?|config|settings|self|this|args?|params?|options|request)\.|^!(?:ref|sub|getatt)\b/i;
/** Keys that the makers of emulators have published. */
const published =
  /^Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6|^C2y6yDjf5\/R\+ob0N8A7Cgv30VRDJIWEHLM/;
/** Words that say what belongs there, alone or joined: no password, if a poor one. */
const wordsOnly =
  /^[a-z_. -]*(?:password|passwd|pass|pwd|secret|token|key|credential|name|user|id|none|null|true|false|undefined|required|optional|string|value|empty|default|file|path|uri|url|vault|ref)s?$/i;

/** Whether a matched text is more than a stand-in for a secret. */
export function looksReal(value: string, guard: Guard): boolean {
  if (standIn.test(value) || published.test(value)) return false;
  const kinds = new Set(value).size;
  if (guard === "form") return kinds >= Math.min(8, value.length / 2);
  if (reference.test(value) || wordsOnly.test(value)) return false;
  return kinds >= 4 && entropy(value) >= 2;
}

/** Guesses also have to look drawn or mixed, as sentences and names are quoted everywhere. */
export function looksDrawn(value: string): boolean {
  if (/\s/.test(value) || /^[\w.-]*\/|^\w+:\/\//.test(value)) return false;
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((it) => it.test(value)).length;
  const isName = /^[A-Za-z]+(?:[-_.][A-Za-z0-9]+)*$/.test(value);
  return (
    !isName && (classes >= 3 || (classes === 2 && value.length >= 16 && entropy(value) >= 3.3))
  );
}

/** Bits per character. */
function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) {
    const share = count / value.length;
    bits -= share * Math.log2(share);
  }
  return bits;
}
