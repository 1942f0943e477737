import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { itemsOf, stringOf, valueAt } from "../../../../arm/json/node.ts";
import { itemNamed } from "../controls/item-named.ts";

const reference =
  /^\s*\[\s*(?:basics\s*\(\s*'([^']*)'\s*\)|steps\s*\(\s*'([^']*)'\s*\))((?:\.\w+)*)\s*\]\s*$/i;
const conversion = /^\s*\[\s*(int|bool|string)\s*\([^]*\)\s*\]\s*$/i;

/** What a whole control gives. */
const typesOfControls: Readonly<Record<string, string>> = {
  "microsoft.common.textbox": "string",
  "microsoft.common.passwordbox": "string",
  "microsoft.common.slider": "int",
  "microsoft.common.checkbox": "bool",
  "microsoft.common.editablegrid": "array",
  "microsoft.common.tagsbyresource": "object",
  "microsoft.compute.usernametextbox": "string",
  "microsoft.compute.sizeselector": "string",
  "microsoft.compute.credentialscombo": "object",
  "microsoft.network.publicipaddresscombo": "object",
  "microsoft.network.virtualnetworkcombo": "object",
  "microsoft.storage.storageaccountselector": "object",
};

/** The type an output has, where it is a whole control or a conversion. */
export function typeOfOutput(output: string, parameters: JsonNode | undefined): string | undefined {
  const converted = balancedConversion(output);
  if (converted !== undefined) return converted;
  const [found, basic, step, rest = ""] = reference.exec(output) ?? [];
  if (found === undefined) return undefined;
  const path = rest.split(".").filter((name) => name !== "");
  const control =
    basic === undefined
      ? controlAt(valueAt(itemNamed(valueAt(parameters, "steps"), step ?? ""), "elements"), path)
      : controlAt(valueAt(parameters, "basics"), [basic, ...path]);
  return control === undefined ? undefined : typeOfControl(control);
}

/** The conversion has to be the whole expression: no further call or property after it. */
function balancedConversion(output: string): string | undefined {
  const name = conversion.exec(output)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  const calls = output.replace(/'[^']*'/g, "").replace(/^[^(]*\(|\)\s*\]\s*$/g, "");
  let depth = 0;
  for (const character of calls) {
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (depth < 0) return undefined;
  }
  return name;
}

/** Follows the names through sections; what is left over then are fields of a control. */
function controlAt(list: JsonNode | undefined, path: readonly string[]): JsonNode | undefined {
  const [name, ...rest] = path;
  const found = name === undefined ? undefined : itemNamed(list, name);
  if (found === undefined || rest.length === 0) return found;
  const elements = valueAt(found, "elements");
  return elements === undefined ? undefined : controlAt(elements, rest);
}

function typeOfControl(control: JsonNode): string | undefined {
  const type = stringOf(valueAt(control, "type"))?.toLowerCase() ?? "";
  const isDropDown = type === "microsoft.common.dropdown";
  if (isDropDown || type === "microsoft.common.optionsgroup") {
    const multiple = valueAt(control, "multiselect");
    if (multiple?.value === true && isDropDown) return "array";
    return multiple?.type === "string" ? undefined : typeOfChoices(control);
  }
  return typesOfControls[type];
}

/** The type that all choices have. */
function typeOfChoices(control: JsonNode): string | undefined {
  const choices = itemsOf(valueAt(control, "constraints", "allowedValues"));
  const types = new Set(choices.map((choice) => typeOfValue(valueAt(choice, "value") ?? choice)));
  return types.size === 1 ? [...types][0] : undefined;
}

function typeOfValue(value: JsonNode): string | undefined {
  if (value.type === "boolean") return "bool";
  if (value.type === "number") return "int";
  const isComputed = stringOf(value)?.startsWith("[") === true;
  return value.type === "null" || isComputed ? undefined : value.type;
}
