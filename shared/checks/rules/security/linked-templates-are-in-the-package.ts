import type { JsonNode } from "../../../arm/json/json-document.ts";
import { stringOf, valueAt } from "../../../arm/json/node.ts";
import { functionCalls } from "../../../arm/template/expression.ts";
import type { Template } from "../../../arm/template/template.ts";
import type { CertificationModel } from "../../model/certification-model.ts";
import { type PlacedObjection, rule } from "../rule.ts";

/** Linked templates are files of the package, which they can only be by _artifactsLocation. */
export const linkedTemplatesAreInThePackage = rule(
  {
    id: "linked-templates-are-in-the-package",
    title: "Linked templates are in the package",
    why: "A linked template that is not in the package can change after certification, or be gone when a customer deploys.",
    fix: "Put the template into the package and refer to it by _artifactsLocation.",
    example: {
      bad: '{"templateLink":{"uri":"https://contoso.example/network.json"}}',
      good: "{\"templateLink\":{\"uri\":\"[uri(parameters('_artifactsLocation'), concat('nestedtemplates/network.json', parameters('_artifactsLocationSasToken')))]\"}}",
    },
    severity: "warning",
    source: "Guide to best practices for Azure application packages, 2018",
  },
  function* check(model) {
    for (const template of model.templates) yield* checkLinks(model, template);
  },
);

function* checkLinks(model: CertificationModel, template: Template): Generator<PlacedObjection> {
  const { document } = template;
  for (const { value } of template.find("templateLink")) {
    const uri = valueAt(value, "uri");
    const text = stringOf(uri) ?? "";
    if (uri === undefined || text === "") continue;
    if (/^https?:\/\//i.test(text)) {
      const message = "A linked template is fetched from outside the package.";
      yield { at: uri, document, message, errorId: "Linked.Template.Is.Remote" };
      continue;
    }
    const file = namedFile(uri);
    if (file === undefined || isThere(model, file)) continue;
    const message = `The linked template ${file} is not in the package.`;
    yield { at: uri, document, message, errorId: "Linked.Template.Is.Missing" };
  }
}

/** The one literal path to a JSON file in an expression; nothing when it is put together. */
function namedFile(uri: JsonNode): string | undefined {
  const [call] = functionCalls(stringOf(uri) ?? "");
  const texts = (call?.tokens ?? []).flatMap(({ kind, value }) =>
    kind === "text" && /\.jsonc?$/i.test(value) ? [value] : [],
  );
  return texts.length === 1 ? texts[0]?.replace(/^\.?\//, "") : undefined;
}

function isThere({ jsonFiles }: CertificationModel, file: string): boolean {
  const wanted = file.toLowerCase();
  return jsonFiles.some(({ path }) => {
    const own = path.toLowerCase();
    return own === wanted || own.endsWith(`/${wanted}`);
  });
}
