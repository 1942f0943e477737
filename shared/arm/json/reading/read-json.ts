import {
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
  type ParseOptions,
} from "jsonc-parser";
import { JsonDocument } from "../json-document.ts";
import type { JsonProblem } from "./json-problem.ts";
import { prepareText, severalLines, type PreparedText } from "./prepare-text.ts";
import { duplicateNames } from "./duplicate-names.ts";

/** What a reader is willing to take on; both are above anything Azure accepts. */
export interface JsonLimits {
  maxDepth: number;
  maxLength: number;
}
const defaultJsonLimits: JsonLimits = { maxDepth: 200, maxLength: 16 * 1024 * 1024 };

export type JsonReading =
  { ok: true; document: JsonDocument } | { ok: false; text: string; problems: JsonProblem[] };

const strict: ParseOptions = { disallowComments: true, allowTrailingComma: false };
const lenient: ParseOptions = { disallowComments: false, allowTrailingComma: true };

/**
 * Reads JSON as leniently as the template engine does (comments, trailing commas, strings over
 * several lines, bare property names); what a strict reader would refuse is kept in the document.
 */
export function readJson(
  source: string,
  file: string,
  limits: JsonLimits = defaultJsonLimits,
): JsonReading {
  const text = source.startsWith("\uFEFF") ? source.slice(1) : source;
  if (text.length > limits.maxLength) {
    const message = `the file has ${text.length} characters; at most ${limits.maxLength} are read`;
    return { ok: false, text: "", problems: [{ kind: "too-large", message, offset: 0 }] };
  }
  const prepared = prepareText(text);
  if (prepared.deepest.depth > limits.maxDepth) {
    const message = `objects and arrays are nested ${prepared.deepest.depth} deep; at most ${limits.maxDepth} levels are read`;
    const { offset } = prepared.deepest;
    return { ok: false, text, problems: [{ kind: "too-deep", message, offset }] };
  }
  return parsePrepared(text, file, prepared);
}

function parsePrepared(text: string, file: string, prepared: PreparedText): JsonReading {
  const first = parseWith(prepared, strict);
  const final = first.problems.length === 0 ? first : parseWith(prepared, lenient);
  if (final.root === undefined || final.problems.length > 0) {
    const empty: JsonProblem = { kind: "syntax", message: "the file is empty", offset: 0 };
    const all = [...final.problems, ...prepared.liberties];
    const problems = text.trim() === "" ? [empty] : [...unclosedBefore(all, text), ...all];
    return { ok: false, text, problems };
  }
  const liberties = [...prepared.liberties, ...first.problems, ...duplicateNames(final.root)];
  liberties.sort((one, other) => one.offset - other.offset);
  return { ok: true, document: new JsonDocument(file, text, final.root, liberties) };
}

function parseWith(
  prepared: PreparedText,
  options: ParseOptions,
): { root: Node | undefined; problems: JsonProblem[] } {
  const errors: ParseError[] = [];
  const root = parseTree(prepared.text, errors, options);
  const back = offsetsBack(prepared.inserted);
  if (root !== undefined && prepared.inserted.length > 0) moveBack(root, back);
  const problems = errors.map((error): JsonProblem => ({
    kind: "syntax",
    message: sentence(printParseErrorCode(error.error)),
    offset: back(error.offset),
  }));
  return { root, problems };
}

/** A string without its end goes on to the next quote, and the trouble only shows behind that. */
function unclosedBefore(problems: readonly JsonProblem[], text: string): JsonProblem[] {
  const [first] = problems;
  if (first === undefined) return [];
  const string = problems.findLast(
    ({ message, offset }) => message === severalLines && offset < first.offset,
  );
  const quotes = text.slice(string?.offset, first.offset).match(/(?<!\\)"/g);
  if (string === undefined || quotes?.length !== 2) return [];
  return [{ ...string, message: "the quote at the end of a text is missing" }];
}

/** Maps an offset of the prepared text to the source's, where the inserted quotes do not exist. */
function offsetsBack(inserted: number[]): (offset: number) => number {
  return (offset) => {
    let before = 0;
    let end = inserted.length;
    while (before < end) {
      const middle = (before + end) >> 1;
      if ((inserted[middle] ?? 0) < offset) before = middle + 1;
      else end = middle;
    }
    return offset - before;
  };
}

function moveBack(node: Node, back: (offset: number) => number): void {
  const offset = back(node.offset);
  const colon = node.colonOffset === undefined ? {} : { colonOffset: back(node.colonOffset) };
  // The tree is ours alone; read-only is the library's view of it.
  Object.assign(node, { offset, length: back(node.offset + node.length) - offset, ...colon });
  for (const child of node.children ?? []) moveBack(child, back);
}

/** "CommaExpected" as words. */
function sentence(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}
