import type { JsonDocument } from "../../../arm/json/json-document.ts";
import type { CertificationModel } from "../../model/certification-model.ts";
import { rule } from "../rule.ts";
import { criteria, folderOfTemplates } from "./criteria.ts";

/** Linked templates have a folder of their own. */
export const nestedTemplatesAreInTheirFolder = rule(
  criteria.templatesAreInFolder,
  function* check(model) {
    for (const { document, role, node } of model.templates) {
      if (role !== "linked" || folderOf(document) !== rootOf(model)) continue;
      const message = `The template ${document.file} stands in the root of the package, not in ${folderOfTemplates}/.`;
      yield { at: node, document, message, errorId: "Nested.Template.In.Root" };
    }
  },
);

const folderOf = ({ file }: JsonDocument): string => file.slice(0, file.lastIndexOf("/") + 1);

/** The folder of the main template; another than the package's root is reported elsewhere. */
function rootOf({ mainTemplate }: CertificationModel): string | undefined {
  return mainTemplate === undefined ? undefined : folderOf(mainTemplate.document);
}
