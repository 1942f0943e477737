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

/** Every match of a global pattern in strings and property names; comments do not count. */
export function* stringMatches(
  template: Template,
  pattern: RegExp,
  section: JsonNode | undefined = template.node,
): Generator<StringMatch> {
  const { text } = template.document;
  for (const node of nodesWithin(section, template.cuts)) {
    if (node.type !== "string") continue;
    const string = { node, text: text.slice(node.offset, node.offset + node.length) };
    for (const match of string.text.matchAll(pattern)) {
      yield { match, at: node.offset + match.index, string };
    }
  }
}
