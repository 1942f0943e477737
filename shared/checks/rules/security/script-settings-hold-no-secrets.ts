import { itemsOf, sameText, stringOf, valueAt } from "../../../arm/json/node.ts";
import { functionCalls, isListCall, referencesTo } from "../../../arm/template/expression.ts";
import type { Template } from "../../../arm/template/template.ts";
import { templateRule } from "../rule.ts";

const lists = ["environmentVariables", "appSettings"];

/** Environment variables of scripts and containers show no secret. */
export const scriptSettingsHoldNoSecrets = templateRule(
  {
    id: "script-settings-hold-no-secrets",
    title: "Environment variables show no secrets",
    why: "The value of an environment variable stays readable for everyone who may read the resource; its secureValue does not.",
    fix: "Use secureValue instead of value, or a key vault reference.",
    example: {
      bad: '{"name":"TOKEN","value":"[parameters(\'token\')]"}',
      good: '{"name":"TOKEN","secureValue":"[parameters(\'token\')]"}',
    },
    severity: "warning",
    source: "Microsoft cloud security benchmark, IM-8: exposure of credentials",
  },
  function* check(template) {
    for (const { type, node } of template.resources) {
      if (!/\/(?:deploymentScripts|containerGroups)$/i.test(type ?? "")) continue;
      for (const { name, value } of template.find(...lists)) {
        if (!isBelow(value, node)) continue;
        for (const variable of itemsOf(value)) {
          const shown = valueAt(variable, "value");
          if (shown === undefined || !isSecret(template, stringOf(shown) ?? "")) continue;
          const message = `An entry of ${name} shows a secret.`;
          yield { at: shown, message, errorId: "Script.Setting.Shows.Secret" };
        }
      }
    }
  },
);

const isBelow = (node: { offset: number }, owner: { offset: number; length: number }): boolean =>
  node.offset >= owner.offset && node.offset < owner.offset + owner.length;

const isSecret = (template: Template, text: string): boolean =>
  functionCalls(text).some(isListCall) ||
  referencesTo("parameters", text).some((name) => {
    const type = template.parameter(name)?.type;
    return sameText(type, "securestring") || sameText(type, "secureobject");
  });
