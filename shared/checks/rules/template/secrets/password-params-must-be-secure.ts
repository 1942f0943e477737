import { valueAt } from "../../../../arm/json/node.ts";
import { templateRule } from "../../rule.ts";

const secretName = /password|secret|accountkey/i;
/** Names about a secret that are none: which permissions, which version, where it is. */
const aboutSecret = /permission|version|url|uri|name/i;

/** Parameters that are called like secrets are typed like secrets. */
export const passwordParamsMustBeSecure = templateRule(
  {
    id: "Password-params-must-be-secure",
    title: "Parameters that hold passwords are secure",
    why: "Values of other types are kept in the deployment history in the clear.",
    fix: 'Give the parameter the type "secureString" (or "secureObject").',
    example: {
      bad: '{ "dbPassword": { "type": "string" } }',
      good: '{ "dbPassword": { "type": "secureString" } }',
    },
    severity: "error",
  },
  function* check(template) {
    for (const { name, key, node, type } of template.parameters) {
      if (!secretName.test(name) || /^(?:secure(?:string|object)|bool)$/i.test(type ?? ""))
        continue;
      const given = type ?? "no type";
      const at = valueAt(node, "type") ?? key;
      if (/secret/i.test(name) && aboutSecret.test(name)) {
        const message = `The parameter ${name} sounds like a secret and is of type ${given}.`;
        yield { at, message, severity: "warning" };
      } else {
        const message = `The parameter ${name} is of type ${given} and should be secure.`;
        yield { at, errorId: "Password.Param.Not.Secure", message };
      }
    }
  },
);
