import { stringOf } from "../../../../arm/json/node.ts";
import { expressionTokens } from "../../../../arm/template/expression-tokens.ts";
import { isExpression } from "../../../../arm/template/expression.ts";
import { ownSecrets } from "../../../../secrets/find-secrets.ts";
import { templateRule } from "../../rule.ts";

const kind = "azure-sas";

/** Shared access signatures that only show once the pieces of an expression are joined. */
export const signedAddressesAreNotAssembled = templateRule(
  {
    id: "signed-addresses-are-not-assembled",
    title: "No shared access signatures, in pieces either",
    why: "A signed address opens the storage to everyone who reads the template, until it expires.",
    fix: "Put the file into the package and use _artifactsLocation, or take the signature from a secureString parameter.",
    example: {
      bad: "\"uri\": \"[concat(variables('file'), '?sv=2022-11-02&sig=', 'kx7…')]\"",
      good: "\"uri\": \"[uri(parameters('_artifactsLocation'), 'install.sh')]\"",
    },
    severity: "error",
    source: "Commercial marketplace certification policies, 300.4.4",
  },
  function* check(template) {
    const { text: file } = template.document;
    for (const node of template.stringsIn(template.node)) {
      const text = stringOf(node) ?? "";
      if (!/s(?:ig|v)/i.test(text)) continue;
      // What stands there in one piece is found in the file's text.
      if (holdsSignature(file.slice(node.offset, node.offset + node.length))) continue;
      if (!holdsSignature(isExpression(text) ? joined(text) : text)) continue;
      const message = "A shared access signature is put together here.";
      yield { at: node, errorId: "SharedAccessSignature.In.Pieces", message };
    }
  },
);

function joined(expression: string): string {
  const texts = expressionTokens(expression).filter(({ kind }) => kind === "text");
  return texts.map(({ value }) => value).join("");
}

function holdsSignature(text: string): boolean {
  return ownSecrets(text, true).some(({ pattern }) => pattern.id === kind);
}
