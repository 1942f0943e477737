import { describe, expect, test } from "vitest";
import { expanded, sourceOf } from "./expanded.ts";

const deployment = (name: string, properties: object, more: object = {}) => ({
  type: "Microsoft.Resources/deployments",
  apiVersion: "2021-04-01",
  name,
  ...more,
  properties: { mode: "Incremental", ...properties },
});
const site = (name: string) => ({ type: "Microsoft.Web/sites", name });
const inner = { expressionEvaluationOptions: { scope: "inner" } };

describe("nested templates", () => {
  const variables = { v: "outside" };

  test("see the names around them in the outer scope, and their own in the inner one", () => {
    const template = { variables: { v: "inside" }, resources: [site("[variables('v')]")] };
    const resources = [deployment("o", { template }), deployment("i", { template, ...inner })];
    const { names, codes } = expanded({ variables, resources });
    expect(codes).toEqual([]);
    expect(names).toEqual(["o", "outside", "i", "inside"]);
  });

  test("have the inner scope from language version 2.0 on", () => {
    const template = { languageVersion: "2.0", resources: { s: site("[variables('v')]") } };
    expect(expanded({ variables, resources: [deployment("n", { template })] }).codes).toEqual([
      "variable-undeclared",
    ]);
  });

  test("get their parameters; missing and unknown ones are reported", () => {
    const template = {
      parameters: { a: { type: "string" }, b: { type: "string" } },
      resources: [site("[parameters('a')]")],
    };
    const parameters = { a: { value: "[variables('v')]" }, c: { value: 1 } };
    const { names, diagnostics } = expanded({
      variables,
      resources: [deployment("n", { template, parameters, ...inner })],
    });
    expect(names).toEqual(["n", "outside"]);
    expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([
      ["nested-parameter-missing", 28],
      ["parameter-undeclared", 32],
    ]);
  });

  test("may use what is only known at run time, once it is given to them", () => {
    const template = {
      parameters: { a: { type: "string" } },
      resources: [site("[parameters('a')]")],
    };
    const parameters = { a: { value: "[reference('x').outputs.a.value]" } };
    const { names, codes } = expanded({
      resources: [deployment("n", { template, parameters, ...inner })],
    });
    expect(codes).toEqual([]);
    expect(names).toEqual(["n", "[reference('x').outputs.a.value]"]);
  });

  test("go to another resource group, subscription or management group", () => {
    const template = { resources: [site("s")] };
    const forSubscription = {
      $schema:
        "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#",
      resources: [{ type: "Microsoft.Resources/resourceGroups", name: "g" }],
    };
    const { scopes, codes } = expanded(
      {
        resources: [
          deployment("a", { template }, { resourceGroup: "other" }),
          deployment("b", { template }, { resourceGroup: "other", subscriptionId: "T" }),
          deployment("c", { template: forSubscription, ...inner }, { location: "westeurope" }),
          deployment("d", { template }, { scope: "Microsoft.Management/managementGroups/m" }),
        ],
      },
      { scope: { subscriptionId: "S", resourceGroup: "G" } },
    );
    expect(codes).toEqual([]);
    expect(
      scopes.map(({ scope, resources }) => [scope, resources.map(({ name }) => name)]),
    ).toEqual([
      ["/subscriptions/S/resourceGroups/G", ["a", "b", "c", "d"]],
      ["/subscriptions/S/resourceGroups/other", ["s"]],
      ["/subscriptions/T/resourceGroups/other", ["s"]],
      ["/subscriptions/S", ["g"]],
      ["/providers/Microsoft.Management/managementGroups/m", ["s"]],
    ]);
    expect(scopes[3]?.resources[0]?.id).toBe("/subscriptions/S/resourceGroups/g");
  });

  test("of outer scope ask their parent where they are, those of inner scope themselves", () => {
    const template = { resources: [site("[resourceGroup().name]")] };
    const { names } = expanded({
      resources: [
        deployment("o", { template }, { resourceGroup: "other" }),
        deployment("i", { template, ...inner }, { resourceGroup: "other" }),
      ],
    });
    expect(names).toEqual(["o", "i", "resource-group", "other"]);
  });
});

describe("linked templates", () => {
  const files: Record<string, unknown> = {
    "nested/a.json": {
      parameters: { n: { type: "string" } },
      resources: [
        site("[parameters('n')]"),
        deployment("b", { templateLink: { relativePath: "b.json" } }),
      ],
    },
    "nested/b.json": { resources: [site("from-b"), { type: "Microsoft.Web/sites", name: "x/y" }] },
  };
  const readTemplate = (path: string) => (path in files ? sourceOf(files[path], path) : undefined);
  const expandedWith = (templateLink: object, rest: object = {}) => {
    const parameters = { n: { value: "from-a" } };
    return expanded(
      { ...rest, resources: [deployment("l", { templateLink, parameters })] },
      { readTemplate },
    );
  };

  test("are found in the package by relative path, with findings in their own file", () => {
    const { names, diagnostics } = expandedWith({ relativePath: "nested/a.json" });
    expect(names).toEqual(["l", "from-a", "b", "from-b", "x/y"]);
    expect(diagnostics).toMatchObject([{ code: "name-segments", file: "nested/b.json" }]);
  });

  test.each([
    ["[uri(deployment().properties.templateLink.uri, 'nested/a.json')]"],
    [
      "[uri(parameters('_artifactsLocation'), concat('nested/a.json', parameters('_artifactsLocationSasToken')))]",
    ],
  ])("are found in the package by the address %s", (uri) => {
    const parameters = {
      _artifactsLocation: { type: "string", defaultValue: "https://raw.example.com/" },
      _artifactsLocationSasToken: { type: "securestring", defaultValue: "" },
    };
    expect(expandedWith({ uri }, { parameters }).names).toContain("from-b");
  });

  test("elsewhere or missing are reported where they are linked", () => {
    expect(expandedWith({ uri: "https://example.com/a.json" }).diagnostics).toMatchObject([
      { code: "linked-template-outside", line: 10 },
    ]);
    expect(expandedWith({ relativePath: "none.json" }).codes).toEqual(["linked-template-missing"]);
  });

  test("that link to themselves come to an end", () => {
    const self: any = {
      resources: [1, 2].map((n) =>
        deployment(`d${n}`, { templateLink: { relativePath: "self.json" } }),
      ),
    };
    const { codes, resources } = expanded(self, { readTemplate: (path) => sourceOf(self, path) });
    expect(codes).toEqual(expect.arrayContaining(["too-deep", "too-much-work"]));
    expect(resources.length).toBeLessThan(20_000);
  });
});
