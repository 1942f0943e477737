import type { JsonNode } from "../../json/json-document.ts";
import { propertiesOf, valueAt } from "../../json/node.ts";
import type { ArmText, DeploymentScope, Environment, Frame } from "../evaluate/environment.ts";
import { fail } from "../evaluate/failure.ts";
import type { TemplateSource } from "../expansion.ts";
import { copiesIn, unrolled } from "../reading/copies.ts";
import { readValue } from "../reading/read-value.ts";
import type { Run } from "../reading/run.ts";
import { begun, type Site } from "../reading/site.ts";
import type { ArmValue } from "../values/arm-value.ts";
import { Symbolic } from "../values/symbolic.ts";
import { GivenParameters } from "./given-parameters.ts";
import { checkValue, declarationOf, type Declaration } from "./parameter-types.ts";
import { UserFunctions } from "./user-functions.ts";

/** What a deployment gives the template it deploys. */
export interface FrameSetting {
  readonly run: Run;
  readonly source: TemplateSource;
  readonly given: GivenParameters;
  readonly scope: DeploymentScope;
  readonly deploymentName: ArmText;
  readonly address: string | undefined;
}

/** A template's names; each is evaluated when it is first asked for, and once. */
export class TemplateFrame implements Frame {
  readonly scope: DeploymentScope;
  readonly deploymentName: ArmText;
  readonly address: string | undefined;
  readonly asOf: Date;
  readonly site: Site;
  readonly #given: GivenParameters;
  readonly #declarations = new Map<string, Declaration>();
  readonly #variables = new Map<string, () => ArmValue>();
  readonly #functions: UserFunctions;
  readonly #known = new Map<string, ArmValue>();
  readonly #asked = new Set<string>();
  readonly #missing: Declaration[] = [];
  readonly #ids = new Map<string, ArmText>();

  constructor({ run, source, given, scope, deploymentName, address }: FrameSetting) {
    this.scope = scope;
    this.deploymentName = deploymentName;
    this.address = address;
    this.asOf = run.asOf;
    this.#given = given;
    this.#functions = new UserFunctions(source.node);
    const environment: Environment = {
      work: run.work,
      frame: this,
      loops: [],
      locals: new Map(),
      isParameterDefault: false,
    };
    this.site = { run, document: source.document, environment };
    this.#declare(source.node);
  }

  #declare(template: JsonNode): void {
    for (const property of propertiesOf(valueAt(template, "parameters"))) {
      this.#declarations.set(property.name.toLowerCase(), declarationOf(property, template));
    }
    const variables = valueAt(template, "variables");
    const copies = variables === undefined ? [] : copiesIn(variables);
    for (const { name, value } of propertiesOf(variables)) {
      if (name.toLowerCase() === "copy" && copies.length > 0) continue;
      this.#variables.set(name.toLowerCase(), () => readValue(value, begun(value, this.site)));
    }
    for (const copy of copies) {
      const read = (): ArmValue => unrolled(copy, begun(copy.input, this.site), readValue);
      this.#variables.set(copy.name.toLowerCase(), read);
    }
  }

  parameter(name: string): ArmValue {
    const declared = this.#declarations.get(name.toLowerCase());
    if (declared === undefined) {
      return fail(`the template declares no parameter "${name}"`, "parameter-undeclared");
    }
    return this.#once(`parameters('${declared.name}')`, () => this.#parameterValue(declared));
  }

  variable(name: string): ArmValue {
    const read = this.#variables.get(name.toLowerCase());
    if (read === undefined) {
      return fail(`the template declares no variable "${name}"`, "variable-undeclared");
    }
    return this.#once(`variables('${name.toLowerCase()}')`, read);
  }

  callOwn(namespace: string, name: string, args: readonly ArmValue[]): ArmValue {
    return this.#functions.call(namespace, name, args, this.site);
  }

  resourceId(symbolicName: string): ArmText | undefined {
    return this.#ids.get(symbolicName.toLowerCase());
  }

  nameResource(symbolicName: string, id: ArmText): void {
    this.#ids.set(symbolicName.toLowerCase(), id);
  }

  /** Evaluates everything declared, used or not. */
  readAll(): void {
    for (const { name } of this.#declarations.values()) this.parameter(name);
    for (const name of this.#variables.keys()) this.variable(name);
    this.#given.reportMissing(this.#missing, this.site);
    this.#given.reportUndeclared(this.#declarations);
  }

  #once(key: string, read: () => ArmValue): ArmValue {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#asked.has(key)) return fail(`${key} leads back to itself`, "circular");
    this.#asked.add(key);
    const value = read();
    this.#asked.delete(key);
    this.#known.set(key, value);
    return value;
  }

  #parameterValue(declared: Declaration): ArmValue {
    const text = `parameters('${declared.name}')`;
    const given = this.#given.take(declared);
    const value = given ?? this.#defaultOf(declared);
    if (value !== undefined) {
      // Secrets stay out of everything that is shown; only an empty one can be told.
      const isSecret = declared.isSecure && value !== "" && value !== null;
      return isSecret ? new Symbolic(declared.type, "start", text) : value;
    }
    if (declared.isNullable) return null;
    if (!this.#given.areUnknown) this.#missing.push(declared);
    return new Symbolic(declared.type, this.#given.areUnknown ? "start" : "parameter", text);
  }

  #defaultOf(declared: Declaration): ArmValue | undefined {
    const node = valueAt(declared.node, "defaultValue");
    if (node === undefined || node.type === "null") return undefined;
    const environment = { ...this.site.environment, isParameterDefault: true };
    const value = readValue(node, { ...this.site, environment });
    checkValue(declared, value, node, this.site);
    return value;
  }
}
