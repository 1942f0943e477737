import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { isMissing, sameText, stringOf, valueAt } from "../../../../arm/json/node.ts";
import type { TemplateParameter } from "../../../../arm/template/template.ts";
import { templateRule, type Objection } from "../../rule.ts";

const quickstarts = "https://raw.githubusercontent.com/Azure/azure-quickstart-templates/master/";
const templateLink = /deployment\s*\(\s*\)\s*\.\s*properties\s*\.\s*templateLink/i;

/** Where further files are, and the key to them, come in one well-known pair of parameters. */
export const artifactsParameter = templateRule(
  {
    id: "artifacts-parameter",
    title: "_artifactsLocation and its token are declared as a pair",
    why: "The marketplace puts the package's files somewhere of its own, and passes the place and its key on in this pair.",
    fix: 'Declare _artifactsLocation (string) and _artifactsLocationSasToken (secureString); in the main template they default to "[deployment().properties.templateLink.uri]" and "", elsewhere to nothing.',
    example: {
      bad: '{ "_artifactsLocation": { "type": "string", "defaultValue": "https://contoso.com/" } }',
      good: '{ "_artifactsLocation": { "type": "string", "defaultValue": "[deployment().properties.templateLink.uri]" }, "_artifactsLocationSasToken": { "type": "secureString", "defaultValue": "" } }',
    },
    severity: "error",
  },
  function* check(template) {
    const location = template.parameter("_artifactsLocation");
    if (location === undefined) return;
    const token = template.parameter("_artifactsLocationSasToken");
    yield* checkTypes(location, token);
    const isMain = template.role === "main";
    yield* isMain ? checkMainDefaults(location, token) : checkNoDefaults([location, token]);
  },
);

function* checkTypes(
  location: TemplateParameter,
  token: TemplateParameter | undefined,
): Generator<Objection> {
  if (!sameText(location.type, "string") && !sameText(location.type, "secureString")) {
    const message = `The parameter _artifactsLocation is of type ${location.type ?? "none"} instead of string.`;
    yield { at: typeOf(location), errorId: "ArtifactsLocation.Parameter.TypeMisMatch", message };
  }
  if (token === undefined) {
    const message = "There is _artifactsLocation but no parameter _artifactsLocationSasToken.";
    const errorId = "ArtifactsLocation.Parameter.sasToken.Missing";
    yield { at: location.key, errorId, message };
  } else if (!sameText(token.type, "secureString")) {
    const message = `The parameter _artifactsLocationSasToken is of type ${token.type ?? "none"} instead of secureString.`;
    const errorId = "ArtifactsLocation.Parameter.sasToken.TypeMisMatch";
    yield { at: typeOf(token), errorId, message };
  }
}

function* checkMainDefaults(
  location: TemplateParameter,
  token: TemplateParameter | undefined,
): Generator<Objection> {
  const { defaultValue } = location;
  const given = stringOf(defaultValue) ?? "";
  if (defaultValue === undefined || isMissing(defaultValue)) {
    const message = "The parameter _artifactsLocation of the main template has no default.";
    const errorId = "ArtifactsLocation.Parameter.DefaultValue.Missing";
    yield { at: defaultValue ?? location.key, errorId, message };
  } else if (
    !given.toLowerCase().startsWith(quickstarts.toLowerCase()) &&
    !templateLink.test(given)
  ) {
    const message = `The parameter _artifactsLocation defaults to "${given}", which is not where the template comes from.`;
    const errorId = "ArtifactsLocation.Parameter.DefaultValue.Incorrect";
    yield { at: defaultValue, errorId, message };
  }
  if (token === undefined || stringOf(token.defaultValue) === "") return;
  const message =
    "The parameter _artifactsLocationSasToken of the main template does not default to an empty string.";
  const errorId = "ArtifactsLocation.Parameter.sasToken.DefaultValue.Incorrect";
  yield { at: token.defaultValue ?? token.key, errorId, message };
}

function* checkNoDefaults(
  parameters: readonly (TemplateParameter | undefined)[],
): Generator<Objection> {
  for (const parameter of parameters) {
    const given = parameter?.defaultValue;
    if (parameter === undefined || given === undefined) continue;
    const message = `The parameter ${parameter.name} of a template that another deploys has a default.`;
    const fix = "Remove the defaultValue and pass the value on.";
    yield { at: given, errorId: "ArtifactsLocation.Parameter.DefaultValue.NotEmpty", message, fix };
  }
}

const typeOf = ({ node, key }: TemplateParameter): JsonNode => valueAt(node, "type") ?? key;
