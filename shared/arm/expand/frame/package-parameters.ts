import type { JsonNode } from "../../json/json-document.ts";
import { findProperty, valueAt } from "../../json/node.ts";
import { Failure } from "../evaluate/failure.ts";
import { Symbolic } from "../values/symbolic.ts";
import type { Run } from "../reading/run.ts";
import type { ArmValue } from "../values/arm-value.ts";
import { fromJson } from "../values/plain.ts";
import { GivenParameters } from "./given-parameters.ts";

/** The values for a main template; the marketplace itself says where the package's files are. */
export function packageParameters(
  template: JsonNode,
  values: Readonly<Record<string, unknown>>,
  run: Run,
): GivenParameters {
  const given = new Map<string, ArmValue>();
  const parameters = valueAt(template, "parameters");
  const artifacts = { _artifactsLocation: run.address, _artifactsLocationSasToken: "" };
  for (const [name, value] of Object.entries({ ...artifacts, ...values })) {
    const isDeclared = findProperty(parameters, name) !== undefined;
    if (isDeclared) given.set(name, valueOf(name, value, run));
  }
  return new GivenParameters(given);
}

function valueOf(name: string, value: unknown, run: Run): ArmValue {
  try {
    return fromJson(value, run.work);
  } catch (error) {
    // A value nested without end says no more than one that is missing.
    if (error instanceof Failure) return new Symbolic("any", "parameter", `parameters('${name}')`);
    throw error;
  }
}
