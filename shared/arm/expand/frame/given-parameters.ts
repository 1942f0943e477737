import type { JsonNode } from "../../json/json-document.ts";
import { findProperty } from "../../json/node.ts";
import { report, type Site } from "../reading/site.ts";
import type { ArmValue } from "../values/arm-value.ts";
import { Symbolic } from "../values/symbolic.ts";
import { checkValue, type Declaration } from "./parameter-types.ts";

/** Values for a template's parameters, and where they are given. */
export class GivenParameters {
  readonly #values: ReadonlyMap<string, { name: string; value: ArmValue }>;
  readonly #place: { site: Site; node: JsonNode } | undefined;
  /** Whether there are more values than can be seen, as when they come from a file elsewhere. */
  readonly areUnknown: boolean;

  constructor(
    values: Iterable<readonly [name: string, value: ArmValue]>,
    place?: { site: Site; node: JsonNode },
    areUnknown = false,
  ) {
    this.#values = new Map(
      Array.from(values, ([name, value]) => [name.toLowerCase(), { name, value }]),
    );
    this.#place = place;
    this.areUnknown = areUnknown;
  }

  /** The value for a parameter; to the template, a value of a running deployment is just given. */
  take(declared: Declaration): ArmValue | undefined {
    const value = this.#values.get(declared.name.toLowerCase())?.value;
    if (value === undefined) return undefined;
    if (value instanceof Symbolic && value.cause === "runtime") {
      return new Symbolic(declared.type, "start", value.text);
    }
    const { site, node } = this.#place ?? {};
    if (site !== undefined && node !== undefined) checkValue(declared, value, node, site);
    return value;
  }

  /** Reports values that the template needs: where they should be given, or else declared. */
  reportMissing(missing: readonly Declaration[], site: Site): void {
    if (this.#place !== undefined && missing.length > 0) {
      const names = missing.slice(0, 8).map(({ name }) => `"${name}"`);
      const message = `The nested template needs a value for ${names.join(", ")}, which the deployment does not give: give one, or declare a default.`;
      report(this.#place.site, this.#place.node, "nested-parameter-missing", message);
      return;
    }
    for (const { name, key } of missing) {
      const message = `The parameter "${name}" has neither a value nor a default: give it one of them.`;
      report(site, key, "parameter-missing", message);
    }
  }

  reportUndeclared(declarations: ReadonlyMap<string, Declaration>): void {
    if (this.#place === undefined) return;
    const { site, node } = this.#place;
    for (const [key, { name }] of this.#values) {
      if (declarations.has(key)) continue;
      const message = `The nested template declares no parameter "${name}": declare it there, or do not give it.`;
      report(site, findProperty(node, name)?.key ?? node, "parameter-undeclared", message);
    }
  }
}
