import { itemsOf, stringOf } from "../../../arm/json/node.ts";
import type { JsonNode } from "../../../arm/json/json-document.ts";
import { constantText } from "../../../arm/template/constant-text.ts";
import { templateRule } from "../rule.ts";

const names = ["fileUris", "primaryScriptUri", "supportingScriptUris", "scriptUri"];

/** Scripts that machines run come with the package, or are pinned. */
export const remoteCodeIsPinned = templateRule(
  {
    id: "remote-code-is-pinned",
    title: "Scripts come with the package",
    why: "A script fetched from an address outside the package can change after certification, and then runs in every customer's subscription.",
    fix: "Put the script into the package and refer to it by _artifactsLocation; or name a commit in its address.",
    example: {
      bad: '{"fileUris":["https://raw.githubusercontent.com/contoso/app/main/setup.sh"]}',
      good: "{\"fileUris\":[\"[uri(parameters('_artifactsLocation'), concat('scripts/setup.sh', parameters('_artifactsLocationSasToken')))]\"]}",
    },
    severity: "warning",
    source: "Microsoft cloud security benchmark, DS-2: software supply chain",
  },
  function* check(template) {
    for (const { value } of template.find(...names)) {
      for (const node of value.type === "array" ? itemsOf(value) : [value]) {
        const address = remoteAddress(constantText(template, stringOf(node) ?? "") ?? "", node);
        if (address === undefined) continue;
        const message = `A script is fetched from ${address}, where it can change.`;
        yield { at: node, message, errorId: "Remote.Code.Is.Not.Pinned" };
      }
    }
  },
);

/** The host of an address that is neither in the package nor names a commit. */
function remoteAddress(text: string, node: JsonNode): string | undefined {
  if (node.type !== "string" || !/^https?:\/\//i.test(text) || !URL.canParse(text))
    return undefined;
  return /\/[0-9a-f]{40}\//i.test(text) ? undefined : new URL(text).hostname;
}
