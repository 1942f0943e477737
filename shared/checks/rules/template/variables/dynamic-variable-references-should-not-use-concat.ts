import { stringMatches } from "../../../../arm/template/search/string-matches.ts";
import { templateRule } from "../../rule.ts";

/** The parameter may also stand behind the parenthesis of concat, which is a mistake as well. */
const concatenated =
  /variables\s*\(\s*concat\s*\(\s*'(?<variable>[^']+)'\s*(?:\)\s*)?,\s*parameters\s*\(\s*'(?<parameter>[^']+)'\s*\)\s*\)/gi;

/** Which variable is meant is looked up in an object, not put together from a name. */
export const dynamicVariableReferencesShouldNotUseConcat = templateRule(
  {
    id: "Dynamic-Variable-References-Should-Not-Use-Concat",
    title: "Names of variables are not put together",
    why: "Nobody sees which variables are used, and a value without its variable fails late.",
    fix: "Make one variable that is an object, and select from it with the parameter in square brackets.",
    example: {
      bad: `{ "image": "[variables(concat('image', parameters('osType')))]" }`,
      good: `{ "image": "[variables('image')[parameters('osType')]]" }`,
    },
    severity: "warning",
  },
  function* check(template) {
    for (const { match, at } of stringMatches(template, concatenated)) {
      const { variable = "", parameter = "" } = match.groups ?? {};
      const message = `The name of a variable is put together from "${variable}" and the parameter ${parameter}.`;
      const fix = `Write variables('${variable}')[parameters('${parameter}')], with an object as the variable.`;
      yield { at, errorId: "DynamicVariable.Reference.Using.Concat", message, fix };
    }
  },
);
