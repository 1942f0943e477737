import type { JsonDocument, JsonNode } from "../json/json-document.ts";
import { itemsOf, propertiesOf, stringOf, valueAt } from "../json/node.ts";
import type { FoundProperty } from "../json/tree-index.ts";
import { findProperties, stringsBelow } from "../json/walk.ts";
import { findInnerTemplates } from "./inner-templates.ts";
import { readResources, type Resource } from "./resource.ts";

/** Types that name types more often than this go round in circles. */
const mostSteps = 20;

/** A parameter as a template declares it. */
export interface TemplateParameter {
  name: string;
  key: JsonNode;
  node: JsonNode;
  type: string | undefined;
  defaultValue: JsonNode | undefined;
}

/** What a template is within its package. */
export type TemplateRole = "main" | "linked" | "inner";

/**
 * A template as rules see it: inner-scoped nested templates are cut out and stand on their own,
 * outer-scoped ones belong to the template around them. All positions are the file's.
 */
export class Template {
  readonly document: JsonDocument;
  readonly node: JsonNode;
  readonly role: TemplateRole;
  readonly inner: readonly Template[];
  /** The nodes that belong to inner templates. */
  readonly cuts: ReadonlySet<JsonNode>;
  #parameters: ReadonlyMap<string, TemplateParameter> | undefined;
  #variables: ReadonlyMap<string, JsonNode> | undefined;
  #resources: readonly Resource[] | undefined;
  #text: string | undefined;

  constructor(document: JsonDocument, node: JsonNode, role: TemplateRole) {
    this.document = document;
    this.node = node;
    this.role = role;
    this.cuts = new Set(findInnerTemplates(node));
    this.inner = [...this.cuts].map((cut) => new Template(document, cut, "inner"));
  }

  /** This template and all inner ones, at any depth. */
  *withInner(): Generator<Template> {
    yield this;
    for (const inner of this.inner) yield* inner.withInner();
  }

  get parameters(): readonly TemplateParameter[] {
    return [...this.#declared().values()];
  }

  parameter(name: string): TemplateParameter | undefined {
    return this.#declared().get(name.toLowerCase());
  }

  #declared(): ReadonlyMap<string, TemplateParameter> {
    this.#parameters ??= readParameters(this.node);
    return this.#parameters;
  }

  variable(name: string): JsonNode | undefined {
    this.#variables ??= readVariables(this.node);
    return this.#variables.get(name.toLowerCase());
  }

  /** All resources: top-level, children, and those of outer-scoped nested templates. */
  get resources(): readonly Resource[] {
    this.#resources ??= readResources(this.node, this.cuts);
    return this.#resources;
  }

  find(...names: string[]): Generator<FoundProperty> {
    return findProperties(this.node, names, this.cuts);
  }

  findBelow(section: string, ...names: string[]): Generator<FoundProperty> {
    return findProperties(valueAt(this.node, section), names, this.cuts);
  }

  stringsIn(section: JsonNode | undefined): Generator<JsonNode> {
    return stringsBelow(section, this.cuts);
  }

  /** Its text, comments included, with inner templates blanked; starts at `node.offset` of the file. */
  get text(): string {
    this.#text ??= textWithout(this.document.text, this.node, this.cuts);
    return this.#text;
  }
}

function readParameters(template: JsonNode): ReadonlyMap<string, TemplateParameter> {
  const parameters = new Map<string, TemplateParameter>();
  for (const { name, key, value } of propertiesOf(valueAt(template, "parameters"))) {
    const given = valueAt(value, "defaultValue");
    const defaultValue = given?.type === "null" ? undefined : given;
    const type = typeOf(template, value);
    parameters.set(name.toLowerCase(), { name, key, node: value, type, defaultValue });
  }
  return parameters;
}

/** Types with a name of their own are declared elsewhere in the template, perhaps by other names. */
function typeOf(template: JsonNode, declared: JsonNode, step = 0): string | undefined {
  const type = stringOf(valueAt(declared, "type"));
  const name = /^#\/definitions\/(?<name>[^/]+)$/.exec(stringOf(valueAt(declared, "$ref")) ?? "");
  const definition = valueAt(template, "definitions", name?.groups?.["name"] ?? "");
  if (type !== undefined || definition === undefined || step > mostSteps) return type;
  return typeOf(template, definition, step + 1);
}

/** The variables' values; for those that are made by copying, what each element is made of. */
function readVariables(template: JsonNode): ReadonlyMap<string, JsonNode> {
  const section = valueAt(template, "variables");
  const variables = new Map<string, JsonNode>();
  for (const item of itemsOf(valueAt(section, "copy"))) {
    const input = valueAt(item, "input");
    const name = stringOf(valueAt(item, "name"));
    if (input !== undefined && name !== undefined) variables.set(name.toLowerCase(), input);
  }
  for (const { name, value } of propertiesOf(section)) variables.set(name.toLowerCase(), value);
  return variables;
}

function textWithout(text: string, node: JsonNode, cuts: ReadonlySet<JsonNode>): string {
  const parts: string[] = [];
  let at = node.offset;
  for (const cut of [...cuts].sort((one, other) => one.offset - other.offset)) {
    parts.push(text.slice(at, cut.offset), " ".repeat(cut.length));
    at = cut.offset + cut.length;
  }
  parts.push(text.slice(at, node.offset + node.length));
  return parts.join("");
}
