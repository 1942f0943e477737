import type { JsonDocument, JsonNode } from "../json/json-document.ts";

/** Where in the file a character of a string's value stands, which escapes push further right. */
export function sourceOffset(document: JsonDocument, node: JsonNode, index: number): number {
  const { text } = document;
  const last = node.offset + node.length;
  let at = node.offset + 1;
  for (let passed = 0; passed < index && at < last; passed += 1) {
    const isEscape = text[at] === "\\";
    const width = isEscape && text[at + 1] === "u" ? 6 : 2;
    at += isEscape ? width : 1;
  }
  return Math.min(at, last);
}
