import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { findProperty, isMissing, sameText, stringOf } from "../../../../arm/json/node.ts";
import { definitionRule, type Objection } from "../../rule.ts";

const schemaUri =
  "https://schema.management.azure.com/schemas/0.1.2-preview/CreateUIDefinition.MultiVm.json#";

/** `$schema` and `version` name the one supported version of the format. */
export const createUiDefinitionShouldHaveSchema = definitionRule(
  {
    id: "CreateUIDefinition-Should-Have-Schema",
    title: "createUiDefinition names its schema and version",
    why: "The portal picks its reader by schema and version; others than these are not shown.",
    fix: `Set "$schema" to "${schemaUri}" and "version" to "0.1.2-preview".`,
    example: {
      bad: '{"version": "0.1.2-preview"}',
      good: `{"$schema": "${schemaUri}", "version": "0.1.2-preview"}`,
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
    yield { at: definition, errorId: "CreateUIDef.Must.Have.Schema", message };
  }
  // The schema's letter case matters to the portal.
  if (stringOf(schema) !== schemaUri) {
    const message = '"$schema" is not the supported one.';
    yield { at: schema ?? definition, errorId: "CreateUIDef.Incorrect.Schema", message };
  }
}

function* checkVersion(definition: JsonNode): Generator<Objection> {
  const version = findProperty(definition, "version")?.value;
  if (isMissing(version)) {
    const message = 'The definition has no "version".';
    yield { at: definition, errorId: "CreateUIDef.Must.Have.Version", message };
  }
  const expected = versionIn(stringOf(findProperty(definition, "$schema")?.value) ?? "");
  if (expected === undefined || !sameText(stringOf(version), expected)) {
    const message = `"version" is not the version of "$schema" (${expected ?? "none"}).`;
    yield { at: version ?? definition, errorId: "CreateUIDef.Version.Mismatch", message };
  }
}

function versionIn(uri: string): string | undefined {
  return uri.split("/").find((part) => /^\d+(?:\.\d+){1,3}(?:-|$)/.test(part));
}
