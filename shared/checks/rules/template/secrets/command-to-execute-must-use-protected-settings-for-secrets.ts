import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { isMissing, stringOf, valueAt } from "../../../../arm/json/node.ts";
import { functionCalls, isListCall, referencesTo } from "../../../../arm/template/expression.ts";
import { secureParameters } from "../../../../arm/template/secure-parameters.ts";
import type { Template } from "../../../../arm/template/template.ts";
import { templateRule } from "../../rule.ts";

/** Commands with secrets in them are sent encrypted. */
export const commandToExecuteMustUseProtectedSettingsForSecrets = templateRule(
  {
    id: "CommandToExecute-Must-Use-ProtectedSettings-For-Secrets",
    title: "Commands with secrets are in protectedSettings",
    why: "Settings of an extension are readable by everyone with read access to the machine.",
    fix: "Move commandToExecute from settings to protectedSettings.",
    example: {
      bad: `{ "settings": { "commandToExecute": "[concat('sh a.sh ', parameters('adminPassword'))]" } }`,
      good: `{ "protectedSettings": { "commandToExecute": "[concat('sh a.sh ', parameters('adminPassword'))]" } }`,
    },
    severity: "error",
  },
  function* check(template) {
    const secure = secureParameters(template);
    const covered = withProtectedCommand(template);
    for (const { owner, value: at } of template.find("commandToExecute")) {
      if (isCovered(owner, covered) || !isForCustomScript(owner)) continue;
      const text = stringOf(at) ?? "";
      const list = functionCalls(text).find(isListCall);
      if (list !== undefined) {
        const message = `commandToExecute shows what ${list.name} returns.`;
        yield { at, errorId: "CommandToExecute.Unprotected.List", message };
        continue;
      }
      const used = referencesTo("parameters", text).find((name) => secure.has(name.toLowerCase()));
      if (used === undefined) continue;
      const message = `commandToExecute shows the secure parameter ${used}.`;
      yield { at, errorId: "CommandToExecute.Unprotected.Parameter", message };
    }
  },
);

/** The objects whose protectedSettings hold a command. */
function withProtectedCommand(template: Template): ReadonlySet<JsonNode> {
  const found = Array.from(template.find("protectedSettings"))
    .filter(({ value }) => !isMissing(valueAt(value, "commandToExecute")))
    .map(({ owner }) => owner);
  return new Set(found);
}

function isCovered(owner: JsonNode, covered: ReadonlySet<JsonNode>): boolean {
  for (let at: JsonNode | undefined = owner; at !== undefined; at = at.parent) {
    if (covered.has(at)) return true;
  }
  return false;
}

/** The command stands in an extension that runs scripts, or in something of one. */
function isForCustomScript(settings: JsonNode): boolean {
  // Settings may have a type of their own, which says nothing of the extension.
  if (isCustomScript(typeOf(settings))) return true;
  for (let at = settings.parent; at !== undefined; at = at.parent) {
    const type = typeOf(at);
    if (type !== undefined) return isCustomScript(type);
  }
  return false;
}

const typeOf = (node: JsonNode): string | undefined => stringOf(valueAt(node, "type"));

const isCustomScript = (type = ""): boolean => /CustomScript/i.test(type);
