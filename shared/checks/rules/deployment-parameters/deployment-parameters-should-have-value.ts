import type { JsonNode } from "../../../arm/json/json-document.ts";
import {
  findProperty,
  isMissing,
  propertiesOf,
  stringOf,
  valueAt,
} from "../../../arm/json/node.ts";
import { parameterFileRule, type Objection } from "../rule.ts";

const vaultId =
  /^\/subscriptions\/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\/resourceGroups\/[^/]+\/providers\/Microsoft\.KeyVault\/vaults\/[^/]+$/i;
const prefix = "Parameters.Parameter";

/** Each parameter of a file has a value, or says where its secret is. */
export const deploymentParametersShouldHaveValue = parameterFileRule(
  {
    id: "DeploymentParameters-Should-Have-Value",
    title: "Every parameter in a parameter file has a value or a reference",
    why: "A deployment with a parameter that has neither is refused.",
    fix: 'Give the parameter a "value", or a "reference" with "keyVault.id" and "secretName".',
    example: { bad: '{"size": "small"}', good: '{"size": {"value": "small"}}' },
    severity: "error",
  },
  function* check(file) {
    if (isMissing(valueAt(file, "$schema"))) return;
    for (const { name, key, value } of propertiesOf(valueAt(file, "parameters"))) {
      if (name.startsWith("__")) continue;
      const given = findProperty(value, "value");
      const reference = findProperty(value, "reference");
      if (reference !== undefined) yield* checkReference(name, reference.key, reference.value);
      else if (given !== undefined) yield* checkValue(name, given.value);
      else {
        const message = `The parameter ${name} has neither a "value" nor a "reference".`;
        yield { at: key, errorId: `${prefix}.Missing.Value`, message };
      }
    }
  },
);

function* checkValue(name: string, at: JsonNode): Generator<Objection> {
  if (!/^\s*\[(?!\[)[^]*\]\s*$/.test(stringOf(at) ?? "")) return;
  const message = `The value of ${name} looks like an expression; in a parameter file it stays as it is.`;
  const fix = "Write the value itself, or compute it in the template.";
  yield { at, errorId: `${prefix}.Is.Expression`, message, fix, severity: "warning" };
}

function* checkReference(name: string, key: JsonNode, reference: JsonNode): Generator<Objection> {
  const of = `The reference of ${name}`;
  const vault = findProperty(reference, "keyVault");
  if (vault === undefined || isMissing(vault.value)) {
    yield { at: key, errorId: `${prefix}.Missing.KeyVault`, message: `${of} has no "keyVault".` };
  } else yield* checkVault(of, vault.key, valueAt(vault.value, "id"));
  yield* checkSecret(of, key, valueAt(reference, "secretName"));
}

function* checkVault(of: string, key: JsonNode, id: JsonNode | undefined): Generator<Objection> {
  if (id === undefined || isMissing(id)) {
    const message = `${of} has no "keyVault.id".`;
    yield { at: id ?? key, errorId: `${prefix}.Missing.KeyVault.Id`, message };
  } else if (!vaultId.test(stringOf(id) ?? "")) {
    const message = `${of} has a "keyVault.id" that is not the resource id of a key vault.`;
    yield { at: id, errorId: `${prefix}.Bad.KeyVault.Id`, message };
  }
}

function* checkSecret(of: string, key: JsonNode, name: JsonNode | undefined): Generator<Objection> {
  if (name === undefined || isMissing(name)) {
    const message = `${of} has no "secretName".`;
    yield { at: name ?? key, errorId: `${prefix}.Missing.SecretName`, message };
  } else if (!/^[A-Za-z\d-]{1,127}$/.test(stringOf(name) ?? "")) {
    const message = `${of} has a "secretName" that no secret can have: 1 to 127 letters, digits and hyphens.`;
    yield { at: name, errorId: `${prefix}.Bad.SecretName`, message };
  }
}
