import { stringOf } from "../../../arm/json/node.ts";
import { templateRule } from "../rule.ts";

/** Storage is not readable by everybody. */
export const blobsAreNotPublic = templateRule(
  {
    id: "blobs-are-not-public",
    title: "Storage is not readable by everybody",
    why: "A public container shows its blobs to anybody who guesses an address.",
    fix: "Set allowBlobPublicAccess to false and publicAccess to None; hand out short-lived signed links.",
    example: { bad: '{"allowBlobPublicAccess":true}', good: '{"allowBlobPublicAccess":false}' },
    severity: "warning",
    source: "Microsoft cloud security benchmark, NS-2: cloud services with network controls",
  },
  function* check(template) {
    const names = ["allowBlobPublicAccess", "publicAccess"];
    for (const { name, value } of template.findBelow("resources", ...names)) {
      const isOpen = value.value === true || /^(?:blob|container)$/i.test(stringOf(value) ?? "");
      if (!isOpen) continue;
      yield {
        at: value,
        message: `${name} lets everybody read blobs.`,
        errorId: "Blobs.Are.Public",
      };
    }
  },
);
