import type { JsonNode } from "../../json/json-document.ts";
import { itemsOf, propertiesOf, stringOf, valueAt } from "../../json/node.ts";
import type { Frame } from "../evaluate/environment.ts";
import { fail } from "../evaluate/failure.ts";
import { readValue } from "../reading/read-value.ts";
import type { Site } from "../reading/site.ts";
import type { ArmValue } from "../values/arm-value.ts";

/** The functions that a template defines itself, by `namespace.name` in small letters. */
export class UserFunctions {
  readonly #definitions = new Map<string, JsonNode>();

  constructor(template: JsonNode) {
    for (const group of itemsOf(valueAt(template, "functions"))) {
      const namespace = stringOf(valueAt(group, "namespace")) ?? "";
      for (const { name, value } of propertiesOf(valueAt(group, "members"))) {
        this.#definitions.set(`${namespace}.${name}`.toLowerCase(), value);
      }
    }
  }

  /** A function sees its own arguments only: no variables, no parameters of the template. */
  call(namespace: string, name: string, args: readonly ArmValue[], site: Site): ArmValue {
    const definition = this.#definitions.get(`${namespace}.${name}`.toLowerCase());
    const full = `${namespace}.${name}`;
    const output = valueAt(definition, "output", "value");
    if (output === undefined) {
      return fail(`the template defines no function "${full}"`, "function-unknown");
    }
    const names = itemsOf(valueAt(definition, "parameters")).map(
      (parameter) => stringOf(valueAt(parameter, "name"))?.toLowerCase() ?? "",
    );
    if (args.length !== names.length) {
      fail(`"${full}" takes ${names.length} arguments, but has ${args.length}`, "argument-count");
    }
    const given = new Map(names.map((each, at) => [each, args[at] ?? null]));
    const frame = frameOf(given, full, site.environment.frame);
    const environment = { ...site.environment, frame, loops: [], locals: new Map() };
    return readValue(output, { ...site, environment });
  }
}

function frameOf(given: ReadonlyMap<string, ArmValue>, full: string, around: Frame): Frame {
  return {
    scope: around.scope,
    deploymentName: around.deploymentName,
    address: around.address,
    asOf: around.asOf,
    parameter: (name) =>
      given.get(name.toLowerCase()) ??
      (given.has(name.toLowerCase())
        ? null
        : fail(`"${full}" has no parameter "${name}"`, "parameter-undeclared")),
    variable: () => fail("a function of a template cannot use the template's variables"),
    callOwn: (namespace, name, args) => around.callOwn(namespace, name, args),
    resourceId: () => undefined,
  };
}
