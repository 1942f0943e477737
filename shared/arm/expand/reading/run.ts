import type { JsonNode } from "../../json/json-document.ts";
import { readTemplateString, type TemplateString } from "../../language/template-string.ts";
import { Work, type WorkLimits } from "../evaluate/work.ts";
import type { ExpandedResource, ExpandedScope, TemplateSource } from "../expansion.ts";
import { Diagnostics } from "./diagnostics.ts";

/** What one expansion shares among all its templates. */
export class Run {
  readonly work: Work;
  readonly diagnostics = new Diagnostics();
  readonly asOf: Date;
  /** Where the package's files are said to be. */
  readonly address: string;
  readonly readTemplate: (path: string) => TemplateSource | undefined;
  readonly mostResources: number;
  /** What was begun last; where the work ran out, if it does. */
  place: TemplateSource | undefined;
  readonly #strings = new Map<JsonNode, TemplateString>();
  readonly #scopes = new Map<string, ExpandedScope>();

  constructor(options: {
    limits: WorkLimits;
    mostResources: number;
    asOf: Date;
    address: string;
    readTemplate: (path: string) => TemplateSource | undefined;
  }) {
    this.work = new Work(options.limits);
    this.asOf = options.asOf;
    this.address = options.address;
    this.readTemplate = options.readTemplate;
    this.mostResources = options.mostResources;
  }

  /** What a string means; found out once, however often it is copied. */
  stringOf(node: JsonNode): TemplateString {
    const known = this.#strings.get(node);
    if (known !== undefined) return known;
    const value = String(node.value);
    this.work.spendText(value.length * (value.startsWith("[") ? 4 : 1));
    const read = readTemplateString(value);
    this.#strings.set(node, read);
    return read;
  }

  add(scope: string, resource: ExpandedResource): void {
    const key = scope.toLowerCase();
    const group = this.#scopes.get(key) ?? { scope, resources: [] };
    this.#scopes.set(key, group);
    group.resources.push(resource);
  }

  get scopes(): ExpandedScope[] {
    return [...this.#scopes.values()];
  }
}
