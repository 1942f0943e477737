import fc from "fast-check";
import { expect, test } from "vitest";
import { expandTemplate } from "../../../../shared/arm/expand/expand-template.ts";
import { asOf, sourceOf } from "./expanded.ts";

test("no template makes the expander throw", () => {
  const call = fc.letrec<{ e: string }>((tie) => ({
    e: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom(
        "'a'",
        "1",
        "0",
        "-1",
        "''",
        "variables('a')",
        "parameters('p')",
        "reference('x')",
        "null()",
        "copyIndex()",
        "createArray()",
        "createObject('a',1)",
        "lambda('x',lambdaVariables('x'))",
      ),
      fc
        .tuple(fc.constantFrom(...functionNames), fc.array(tie("e"), { maxLength: 3 }))
        .map(([name, args]) => `${name}(${args.join(",")})`),
      tie("e").map((e) => `${e}.a`),
      tie("e").map((e) => `${e}[0]`),
    ),
  })).e;
  const text = fc.oneof(
    call.map((e) => `[${e}]`),
    fc.string(),
    fc.constantFrom("Microsoft.Web/sites", "Microsoft.Resources/deployments", "inner", "a"),
  );
  const name = fc.constantFrom(
    "type",
    "name",
    "copy",
    "count",
    "input",
    "condition",
    "dependsOn",
    "resources",
    "properties",
    "template",
    "templateLink",
    "relativePath",
    "uri",
    "parameters",
    "variables",
    "outputs",
    "value",
    "defaultValue",
    "scope",
    "expressionEvaluationOptions",
    "existing",
    "a",
    "p",
    "__proto__",
    "constructor",
  );
  const json = fc.letrec<{ v: unknown }>((tie) => ({
    v: fc.oneof(
      { maxDepth: 6 },
      text,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("v"), { maxLength: 4 }),
      fc.array(fc.tuple(name, tie("v")), { maxLength: 6 }).map(objectOf),
    ),
  })).v;
  const resource = fc
    .array(fc.tuple(name, json), { maxLength: 6 })
    .map((entries) =>
      objectOf([["type", "Microsoft.Resources/deployments"], ["name", "n"], ...entries]),
    );
  const template = fc.record(
    {
      parameters: json,
      variables: json,
      functions: json,
      resources: fc.oneof(json, fc.array(resource)),
      outputs: json,
      definitions: json,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(template, json, (content, values) => {
      const source = sourceOf(content);
      const parameters = { p: values } as Record<string, unknown>;
      const expansion = expandTemplate(source, {
        asOf,
        parameters,
        readTemplate: () => source,
        limits: { steps: 20_000 },
      });
      expect(expansion.diagnostics.every(({ line }) => line > 0)).toBe(true);
    }),
    { numRuns: 400 },
  );
});

const functionNames =
  "concat format join string toLower substring replace split padLeft startsWith uniqueString guid base64 base64ToString base64ToJson dataUri dataUriToString uriComponent uri buildUri parseUri json add div mod min int float equals less not bool parseCidr cidrSubnet cidrHost array createArray createObject range flatten items objectKeys shallowMerge length empty contains indexOf first last indexFromEnd tryGet union intersection distinct skip take map filter reduce sort toObject groupBy mapValues dateTimeAdd dateTimeFromEpoch dateTimeToEpoch utcNow newGuid resourceId extensionResourceId subscriptionResourceId resourceGroup subscription deployment environment reference listKeys providers if and or coalesce fail constructor __proto__ n.f".split(
    " ",
  );

function objectOf(entries: readonly (readonly [string, unknown])[]): object {
  return Object.fromEntries(entries);
}
