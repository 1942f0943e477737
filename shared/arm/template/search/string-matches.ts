import type { JsonNode } from "../../json/json-document.ts";
import { nodesWithin } from "./nodes-within.ts";
import type { Template } from "../template.ts";

/** A string or a property name as it is written, its quotes included. */
export interface WrittenString {
  node: JsonNode;
  text: string;
}

/** A place where a pattern fits a written string. */
export interface StringMatch {
  match: RegExpExecArray;
  /** Where the match starts in the file. */
  at: number;
  string: WrittenString;
}

/**
 * Some tools write `'` as an escape. It becomes a plain one, with blanks on the outside of what is
 * quoted, so that all other characters keep their places.
 */
function withPlainQuotes(written: string): string {
  if (!written.includes(String.raw`\u0027`)) return written;
  let isQuoted = false;
  return written.replace(/'|\\u0027/g, (quote) => {
    isQuoted = !isQuoted;
    return isQuoted ? "'".padStart(quote.length) : "'".padEnd(quote.length);
  });
}

const written = new WeakMap<Template, readonly WrittenString[]>();

/** All strings and property names of a template, put together once for all rules. */
function writtenStrings(template: Template): readonly WrittenString[] {
  const known = written.get(template);
  if (known) return known;
  const { text } = template.document;
  const strings: WrittenString[] = [];
  for (const node of nodesWithin(template.node, template.cuts)) {
    if (node.type !== "string") continue;
    const own = text.slice(node.offset, node.offset + node.length);
    strings.push({ node, text: withPlainQuotes(own) });
  }
  written.set(template, strings);
  return strings;
}

/** Every match of a global pattern in strings and property names; comments do not count. */
export function* stringMatches(
  template: Template,
  pattern: RegExp,
  { offset, length }: JsonNode = template.node,
): Generator<StringMatch> {
  const search = new RegExp(pattern);
  for (const string of writtenStrings(template)) {
    const { offset: start } = string.node;
    if (start < offset || start >= offset + length) continue;
    search.lastIndex = 0;
    for (let match = search.exec(string.text); match; match = search.exec(string.text)) {
      yield { match, at: start + match.index, string };
    }
  }
}
