/** What stands for the words in braces. */
export type Words = ReadonlyMap<string, unknown>;

/** The value with every word in braces filled in; a text that is nothing but one becomes its value. */
export function fillIn(value: unknown, words: Words): unknown {
  if (typeof value === "string") {
    const whole = /^\{([a-zA-Z]\w*)\}$/.exec(value)?.[1];
    return whole === undefined ? fillInText(value, words) : wordOf(whole, words);
  }
  if (Array.isArray(value)) return value.map((entry) => fillIn(entry, words));
  if (typeof value !== "object" || value === null) return value;
  const filled = Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, fillIn(entry, words)]),
  );
  return "$with" in filled ? merged(filled["$with"], filled["and"]) : filled;
}

/** The text with the words in braces filled in as text. */
export const fillInText = (text: string, words: Words): string =>
  text.replace(/\{([a-zA-Z]\w*)\}/g, (_, name: string) => String(wordOf(name, words)));

function wordOf(name: string, words: Words): unknown {
  if (!words.has(name)) throw new Error(`nothing is called {${name}} here`);
  return words.get(name);
}

/** A document with some of its fields replaced. */
function merged(base: unknown, change: unknown): unknown {
  if (!isObject(base) || !isObject(change)) return change;
  const changes = Object.entries(change).map(([name, value]) => [name, merged(base[name], value)]);
  return { ...base, ...Object.fromEntries(changes) };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
