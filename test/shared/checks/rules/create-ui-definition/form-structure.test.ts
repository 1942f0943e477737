import { expect, test } from "vitest";
import { formOf, judgeMarkedFiles, ruleOf } from "../../../support/marked-package.ts";

const account = `"name": "account", "type": "Microsoft.Storage.StorageAccountSelector"`;

test.each<[string, string, string, string[]]>([
  [
    "CreateUIDefinition-Must-Not-Have-Blanks",
    "filled",
    formOf(`{ "defaultValue": "", "a": 0, "b": ["", ""] }`, `{ "a": "b" }`),
    [],
  ],
  [
    "CreateUIDefinition-Must-Not-Have-Blanks",
    "blanks",
    formOf(
      `{ "a": ¤"", "b": ¤[], "c": ¤{ }, "d": ¤null, "e": ¤[ {} ], "f": ¤[""] }`,
      `{ "a": "b" }`,
    ),
    Array.from({ length: 6 }, () => "CreateUIDefinition.Has.Blank"),
  ],
  [
    "create-ui-elements-are-known",
    "known",
    formOf(`{ "type": "microsoft.common.textbox", "options": { "type": "A.B/c" } }`),
    [],
  ],
  [
    "create-ui-elements-are-known",
    "unknown",
    formOf(
      `{ "type": "Microsoft.Common.Section", "elements": [{ "type": ¤"Microsoft.Common.Field" }] }`,
    ),
    ["Element.Type.Unknown"],
  ],
  [
    "HideExisting-Must-Be-Correctly-Handled",
    "hidden",
    formOf(`{ ${account}, "options": { "hideExisting": true } }`),
    [],
  ],
  [
    "HideExisting-Must-Be-Correctly-Handled",
    "handed on",
    formOf(
      `{ ${account} }`,
      `{ "a": { "b": "[basics('account').resourceGroup]" }, "c": "[basics('account').newOrExisting]" }`,
    ),
    [],
  ],
  [
    "HideExisting-Must-Be-Correctly-Handled",
    "half handed on",
    formOf(`¤{ ${account} }`, `{ "a": "[basics('account').resourceGroup]" }`),
    ["Missing.Output.NewOrExisting"],
  ],
  [
    "Controls-In-Outputs-Must-Exist",
    "existing",
    formOf(
      `{ "name": "a" }`,
      `{ "x": "[basics('A')]", "y": { "z": "[steps('s').e.f]" } }`,
      `[{ "name": "s", "elements": [{ "name": "e" }] }]`,
    ),
    [],
  ],
  [
    "Controls-In-Outputs-Must-Exist",
    "missing",
    formOf(
      `{ "name": "a" }`,
      `{ "x": ¤"[basics('b')]", "y": { "z": ¤"[steps('t').e]" }, "w": ¤"[steps('s').f]" }`,
      `[{ "name": "s", "elements": [{ "name": "e" }] }]`,
    ),
    ["ControlName.Not.Found", "StepName.Not.Found", "ElementName.Not.Found"],
  ],
])("%s: %s", (id, _, text, expected) => {
  const { found, places, marked } = judgeMarkedFiles(ruleOf(id), {
    "createUiDefinition.json": text,
  });
  expect(found).toEqual(expected);
  expect(places).toEqual(marked);
});
