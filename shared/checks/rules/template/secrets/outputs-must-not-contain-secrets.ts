import { propertiesOf, stringOf, valueAt, type JsonProperty } from "../../../../arm/json/node.ts";
import { functionCalls, isListCall, referencesTo } from "../../../../arm/template/expression.ts";
import { secureParameters } from "../../../../arm/template/secure-parameters.ts";
import type { Template } from "../../../../arm/template/template.ts";
import { templateRule, type Objection } from "../../rule.ts";

/** Outputs show neither keys nor secure parameters, and are not called passwords. */
export const outputsMustNotContainSecrets = templateRule(
  {
    id: "Outputs-Must-Not-Contain-Secrets",
    title: "Outputs contain no secrets",
    why: "Outputs stay in the deployment history, readable by everyone with read access.",
    fix: "Remove the output; let whoever needs the secret read it from the resource or a key vault.",
    example: {
      bad: `{ "outputs": { "key": { "value": "[listKeys(variables('id'), '2023-01-01').keys[0].value]" } } }`,
      good: `{ "outputs": { "storageId": { "value": "[variables('id')]" } } }`,
    },
    severity: "error",
  },
  function* check(template) {
    const secure = secureParameters(template);
    for (const output of propertiesOf(valueAt(template.node, "outputs"))) {
      if (/password/i.test(output.name)) {
        const message = `The name of the output ${output.name} says that it is a password.`;
        yield { at: output.key, errorId: "Output.Contains.Secret.Name", message };
      }
      yield* checkValue(template, output, secure);
    }
  },
);

function* checkValue(
  template: Template,
  output: JsonProperty,
  secure: ReadonlySet<string>,
): Generator<Objection> {
  for (const node of template.stringsIn(output.value)) {
    const text = stringOf(node) ?? "";
    // Two brackets escape: what follows is plain text.
    if (text.trimStart().startsWith("[[")) continue;
    const list = functionCalls(text).find(isListCall);
    if (list !== undefined) {
      const message = `The output ${output.name} shows what ${list.name} returns.`;
      yield { at: node, errorId: "Output.Contains.Secret", message };
    }
    const shown = referencesTo("parameters", text).find((name) => secure.has(name.toLowerCase()));
    if (shown !== undefined) {
      const message = `The output ${output.name} shows the secure parameter ${shown}.`;
      yield { at: node, errorId: "Output.Contains.SecureParameter", message };
    }
  }
}
