import { expandTemplate } from "../../../arm/expand/expand-template.ts";
import type { TemplateSource } from "../../../arm/expand/expansion.ts";
import type { CertificationModel } from "../../model/certification-model.ts";
import { rule } from "../rule.ts";

/** What says more about what was left out here than about the template, or what other rules say. */
const others = new Set([
  "parameter-missing",
  "linked-template-outside",
  "linked-template-missing",
  "too-much-work",
]);

/** The main template comes to what Azure would deploy. */
export const templateExpands = rule(
  {
    id: "template-expands",
    title: "The main template can be evaluated",
    why: "Azure evaluates a template before it deploys anything: an expression that fails, or two resources of one name, end the customer's deployment.",
    fix: "Correct the expression or the name at this place.",
    example: {
      bad: "{\"name\":\"[concat(parameters('name'), variables('not-declared'))]\"}",
      good: "{\"name\":\"[concat(parameters('name'), variables('suffix'))]\"}",
    },
    severity: "warning",
  },
  function* check(model) {
    if (model.mainTemplate === undefined) return;
    const documents = new Map(
      model.jsonFiles.flatMap(({ path, reading }) =>
        reading.ok ? [[path, reading.document] as const] : [],
      ),
    );
    const { diagnostics } = expandTemplate(model.mainTemplate, {
      asOf: new Date(`${model.facts.asOf}T00:00:00Z`),
      readTemplate: (path) => sourceIn(model, path),
    });
    for (const { code, message, file, ...place } of diagnostics) {
      const document = documents.get(file);
      if (document === undefined || others.has(code)) continue;
      yield { at: document.offsetAt(place), document, message, errorId: code };
    }
  },
);

function sourceIn({ templates }: CertificationModel, path: string): TemplateSource | undefined {
  const wanted = path.toLowerCase();
  return templates.find(
    ({ document, role }) => role !== "inner" && document.file.toLowerCase() === wanted,
  );
}
