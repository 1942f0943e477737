import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { propertiesOf, valueAt } from "../../../../arm/json/node.ts";
import { stringsBelow } from "../../../../arm/json/walk.ts";

/** An output of the form; those of an object are one text. */
export interface FormOutput {
  name: string;
  key: JsonNode;
  value: JsonNode;
  text: string;
}

/** The outputs of the form in their order. */
export function outputsOf(definition: JsonNode): FormOutput[] {
  return propertiesOf(valueAt(definition, "parameters", "outputs")).map(({ name, key, value }) => {
    const text = [...stringsBelow(value)].map((string) => String(string.value)).join("\n");
    return { name, key, value, text };
  });
}

const pageReference = /\b(?:steps|basics)\s*\(/i;

/** Whether a line of a text has one thing and, later, another; takes one look at each line. */
export function comesAfter(text: string, first: RegExp, second: RegExp): boolean {
  return text.split("\n").some((line) => {
    const found = first.exec(line);
    return found !== null && second.test(line.slice(found.index + found[0].length));
  });
}

/** The outputs a control feeds: those that are it alone, or else those that mention it. */
export function outputsOfControl(outputs: readonly FormOutput[], name: string): FormOutput[] {
  if (name === "") return [];
  const word = wordPattern(name);
  const mentioned = new RegExp(word, "i");
  const alone = new RegExp(
    `^\\s*\\[\\s*(?:basics\\s*\\(\\s*'${word}'\\s*\\)|(?:steps|basics)\\s*\\([^()]*\\)[\\w.?]*\\.${word})\\s*\\]\\s*$`,
    "i",
  );
  const mentioning = outputs.filter(({ text }) => comesAfter(text, pageReference, mentioned));
  const direct = mentioning.filter(({ text }) => alone.test(text));
  return direct.length > 0 ? direct : mentioning;
}

/** The source of a regular expression for a name that is no part of a longer one. */
export function wordPattern(name: string): string {
  return `(?<!\\w)${name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}(?!\\w)`;
}
