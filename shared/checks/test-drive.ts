import { isMissing, sameText, stringOf, valueAt } from "../arm/json/node.ts";
import type { Template, TemplateParameter } from "../arm/template/template.ts";
import type { Finding } from "../findings/finding.ts";
import { checkWrapping, wrongLayout } from "../packages/layout/check-layout.ts";
import { isLitter, layoutOf } from "../packages/layout/package-layout.ts";
import { heldFiles, type PackageContents } from "../packages/package-contents.ts";
import { factsAsOf } from "./facts/certification-facts.ts";
import { buildModel } from "./model/certification-model.ts";
import { jsonFilesShouldBeValid } from "./rules/all-files/json-files-should-be-valid.ts";
import { templateRule, type Objection } from "./rules/rule.ts";

/** What the Test Drive service can fill a parameter with. */
const parameterTypes = ["baseuri", "username", "password", "sessionid"] as const;

const templateName = "main-template.json";
const choices = parameterTypes.join(", ");

const testDriveParameters = templateRule(
  {
    id: "test-drive-parameters-can-be-filled",
    title: "The Test Drive service can fill every parameter",
    why: "Nobody is there to type values in when a Test Drive is deployed.",
    fix: `Give the parameter a metadata.type of ${choices}, or make it a variable.`,
    severity: "error",
  },
  function* check(template) {
    if (template.role !== "main") return;
    for (const parameter of template.parameters) yield* checkParameter(parameter);
  },
);

const testDriveOutputs = templateRule(
  {
    id: "test-drive-has-outputs",
    title: "The Test Drive tells how to reach it",
    why: "The access information shown to customers is filled from the template's outputs.",
    fix: "Add the address and the credentials of the Test Drive to the outputs of the template.",
    severity: "warning",
  },
  function* check({ role, node }) {
    const outputs = valueAt(node, "outputs");
    if (role !== "main" || (outputs?.children ?? []).length > 0) return;
    yield { at: outputs ?? node, message: "The Test Drive template has no outputs." };
  },
);

/** Checks a Test Drive package by its own rules; those on secrets do not hold for it. */
export function checkTestDrive(contents: PackageContents): Finding[] {
  const layout = layoutOf(contents);
  const path = `${layout.prefix}${templateName}`.toLowerCase();
  const template = contents.files.find((file) => file.path.toLowerCase() === path);
  const files = heldFiles(contents).filter((file) => !isLitter(file.path));
  const parts = { mainTemplate: template?.path, createUiDefinition: undefined };
  // None of these rules depends on the day.
  const model = { ...buildModel(files, parts), facts: factsAsOf(new Date(0)) };
  return [
    ...checkWrapping(layout),
    ...(template === undefined ? [missingTemplate(contents)] : []),
    ...jsonFilesShouldBeValid.run(model),
    ...testDriveParameters.run(model),
    ...testDriveOutputs.run(model),
  ];
}

function missingTemplate(contents: PackageContents): Finding {
  const elsewhere = contents.files.find((file) => /(?:^|\/)main-?template\.json$/i.test(file.path));
  const fix =
    elsewhere === undefined
      ? `Add ${templateName} to the root of the Test Drive package.`
      : `Rename or move ${elsewhere.path} to ${templateName} in the root of the package.`;
  return wrongLayout(`The root of the Test Drive package has no ${templateName}.`, fix);
}

function* checkParameter(parameter: Template["parameters"][number]): Generator<Objection> {
  const { name, key, node, defaultValue } = parameter;
  const purpose = valueAt(node, "metadata", "type");
  if (isMissing(purpose)) {
    if (defaultValue === undefined) {
      const message = `The parameter ${name} has neither a metadata.type nor a default value.`;
      yield { at: key, errorId: "TestDrive.Parameter.Not.Filled", message };
    } else {
      const message = `The parameter ${name} has no metadata.type; every Test Drive gets its default.`;
      yield { at: key, message, severity: "warning" };
    }
    return;
  }
  yield* checkPurpose(parameter, stringOf(purpose));
}

function* checkPurpose(
  { name, node, type }: TemplateParameter,
  purpose: string | undefined,
): Generator<Objection> {
  const at = valueAt(node, "metadata", "type") ?? node;
  if (!parameterTypes.some((known) => sameText(purpose, known))) {
    const given = purpose ?? "no string";
    const message = `The metadata.type of the parameter ${name} is ${given}; it can be ${choices}.`;
    yield { at, errorId: "TestDrive.Parameter.Unknown.Type", message };
  } else if (sameText(purpose, "password") && !sameText(type, "secureString")) {
    const message = `The parameter ${name} receives the password and is of type ${type ?? "none"}.`;
    const fix = 'Give the parameter the type "secureString".';
    yield { at, errorId: "TestDrive.Password.Not.Secure", message, fix };
  }
}
