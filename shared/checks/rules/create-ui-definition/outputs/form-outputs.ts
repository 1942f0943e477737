import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { propertiesOf, valueAt } from "../../../../arm/json/node.ts";
import { stringsBelow } from "../../../../arm/json/walk.ts";
import { withoutTests } from "./without-tests.ts";

/** An output of the form; those of an object are one text. */
export interface FormOutput {
  name: string;
  key: JsonNode;
  value: JsonNode;
  text: string;
  /** The text without what it only tests. */
  handedOn: string;
}

const byDefinition = new WeakMap<JsonNode, readonly FormOutput[]>();

/** The outputs of the form in their order, put together once for all rules. */
export function outputsOf(definition: JsonNode): readonly FormOutput[] {
  const known = byDefinition.get(definition);
  if (known) return known;
  const properties = propertiesOf(valueAt(definition, "parameters", "outputs"));
  const outputs = properties.map(({ name, key, value }) => {
    const text = [...stringsBelow(value)].map((string) => String(string.value)).join("\n");
    return { name, key, value, text, handedOn: withoutTests(text) };
  });
  byDefinition.set(definition, outputs);
  return outputs;
}

const byWord = new WeakMap<readonly FormOutput[], ReadonlyMap<string, FormOutput[]>>();

/** Those with a name in them as a word; patterns need look at these alone. */
export function outputsWith(outputs: readonly FormOutput[], name: string): readonly FormOutput[] {
  if (/[^\w-]/.test(name)) return outputs;
  let index = byWord.get(outputs);
  if (index === undefined) {
    index = indexOf(outputs);
    byWord.set(outputs, index);
  }
  return index.get(name.toLowerCase()) ?? [];
}

function indexOf(outputs: readonly FormOutput[]): Map<string, FormOutput[]> {
  const index = new Map<string, FormOutput[]>();
  for (const output of outputs) {
    for (const word of new Set(output.text.toLowerCase().match(/[\w-]+/g))) {
      const others = index.get(word);
      if (others === undefined) index.set(word, [output]);
      else others.push(output);
    }
  }
  return index;
}
