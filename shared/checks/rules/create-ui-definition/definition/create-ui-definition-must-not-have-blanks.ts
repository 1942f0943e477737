import type { JsonNode } from "../../../../arm/json/json-document.ts";
import {
  itemsOf,
  propertiesOf,
  sameText,
  stringOf,
  type JsonProperty,
} from "../../../../arm/json/node.ts";
import { definitionRule } from "../../rule.ts";

const mayBeBlank = ["basics", "defaultValue", "steps"];

/** Nothing in the form is left blank but what may be. */
export const createUiDefinitionMustNotHaveBlanks = definitionRule(
  {
    id: "CreateUIDefinition-Must-Not-Have-Blanks",
    title: "createUiDefinition has no blank values",
    why: "A blank value is usually a forgotten one, and shows as a gap in the form.",
    fix: "Give the property a value, or remove it.",
    example: { bad: '{"placeholder": ""}', good: '{"placeholder": "ledger-01"}' },
    severity: "warning",
  },
  function* check(definition) {
    for (const { name, value } of blankProperties(definition)) {
      if (mayBeBlank.some((allowed) => sameText(name, allowed))) continue;
      const message = `The value of ${name} is blank.`;
      yield { at: value, errorId: "CreateUIDefinition.Has.Blank", message };
    }
  },
);

/** Properties whose value is `{}`, `[]`, `""`, `null`, `[{}]` or `[""]`; blanks in quotes are nothing. */
function* blankProperties(node: JsonNode): Generator<JsonProperty> {
  for (const property of propertiesOf(node)) {
    if (isBlank(property.value)) yield property;
    else yield* blankProperties(property.value);
  }
  for (const item of itemsOf(node)) yield* blankProperties(item);
}

function isBlank(value: JsonNode): boolean {
  const [first, ...others] = itemsOf(value);
  const isAlone = first !== undefined && others.length === 0 && first.type !== "array";
  return value.type === "null" || isEmpty(value) || (isAlone && isEmpty(first));
}

const isEmpty = (value: JsonNode): boolean =>
  value.type === "string" ? stringOf(value)?.trim() === "" : value.children?.length === 0;
