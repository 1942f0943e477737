import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { findProperty, isMissing, sameText, stringOf } from "../../../../arm/json/node.ts";
import { definitionRule, type Objection } from "../../rule.ts";

const supportedVersion = "0.1.2-preview";
const schemaUri = `https://schema.management.azure.com/schemas/${supportedVersion}/CreateUIDefinition.MultiVm.json#`;

/** `$schema` and `version` name the one supported version of the format. */
export const createUiDefinitionShouldHaveSchema = definitionRule(
  {
    id: "CreateUIDefinition-Should-Have-Schema",
    title: "createUiDefinition names its schema and version",
    why: "The portal picks its reader by schema and version; others than these are not shown.",
    fix: `Set "$schema" to "${schemaUri}" and "version" to "${supportedVersion}".`,
    example: {
      bad: `{"version": "${supportedVersion}"}`,
      good: `{"$schema": "${schemaUri}", "version": "${supportedVersion}"}`,
    },
    severity: "error",
  },
  function* check(definition) {
    yield* checkSchema(definition);
    yield* checkVersion(definition);
  },
);

function* checkSchema(definition: JsonNode): Generator<Objection> {
  const schema = findProperty(definition, "$schema")?.value;
  if (isMissing(schema)) {
    const message = 'The definition has no "$schema".';
    const at = schema ?? definition;
    yield { at, errorId: "CreateUIDefinition.Must.Have.Schema", message };
  }
  // The schema's letter case matters to the portal.
  if (stringOf(schema) !== schemaUri) {
    const message = '"$schema" is not the supported one.';
    yield { at: schema ?? definition, errorId: "CreateUIDefinition.Incorrect.Schema", message };
  }
}

function* checkVersion(definition: JsonNode): Generator<Objection> {
  const version = findProperty(definition, "version")?.value;
  if (isMissing(version)) {
    const message = 'The definition has no "version".';
    const at = version ?? definition;
    yield { at, errorId: "CreateUIDefinition.Must.Have.Version", message };
  }
  const schema = findProperty(definition, "$schema")?.value;
  const expected = versionIn(schema);
  if (expected !== undefined && sameText(stringOf(version), expected)) return;
  const message = `"version" is not the version of "$schema" (${expected ?? "none"}).`;
  // Where the version is the supported one, the schema is what has to change.
  const wrong = sameText(stringOf(version), supportedVersion) ? schema : version;
  yield { at: wrong ?? definition, errorId: "CreateUIDefinition.Version.Mismatch", message };
}

function versionIn(schema: JsonNode | undefined): string | undefined {
  const uri = stringOf(schema) ?? "";
  return uri.split("/").find((part) => /^\d+(?:\.\d+){1,3}(?:-|$)/.test(part));
}
