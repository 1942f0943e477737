import { describe, expect, test } from "vitest";
import { expanded, valueOf } from "./expanded.ts";

const site = (name: string, more: object = {}) => ({
  type: "Microsoft.Web/sites",
  apiVersion: "2023-01-01",
  name,
  ...more,
});
const id = (name: string) =>
  `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/resource-group/providers/Microsoft.Web/sites/${name}`;

describe("parameters", () => {
  test("a value that is given comes before the default", () => {
    const parameters = { Size: { type: "int", defaultValue: 1 } };
    const outputs = { it: { type: "int", value: "[parameters('size')]" } };
    expect(expanded({ parameters, outputs }).outputs.it?.value).toBe(1);
    expect(expanded({ parameters, outputs }, { parameters: { size: 3 } }).outputs.it?.value).toBe(
      3,
    );
  });

  test("a missing one is reported once where it is declared, and stands for itself", () => {
    const { diagnostics, resources } = expanded({
      parameters: { prefix: { type: "string" } },
      resources: [site("[concat(parameters('prefix'), '-a')]"), site("[parameters('prefix')]")],
    });
    expect(diagnostics).toMatchObject([{ code: "parameter-missing", line: 3, column: 5 }]);
    expect(resources[0]).toMatchObject({
      name: "[concat(parameters('prefix'), '-a')]",
      id: `[concat('${id("")}', parameters('prefix'), '-a')]`,
    });
  });

  test("the value of a secret is never shown", () => {
    const parameters = { key: { type: "secureString", defaultValue: "hunter2" } };
    const { value } = valueOf("[concat('x', parameters('key'))]", { parameters });
    expect(value).toBe("[concat('x', parameters('key'))]");
  });

  test("values of another type or not allowed are reported", () => {
    const { codes } = expanded({
      parameters: {
        a: { type: "int", defaultValue: "1" },
        b: { type: "string", defaultValue: "z", allowedValues: ["x", "y"] },
        c: { type: "string", defaultValue: "X", allowedValues: ["x", "y"] },
        d: { $ref: "#/definitions/list", defaultValue: {} },
        e: { $ref: "#/definitions/list", nullable: true },
      },
      definitions: { list: { type: "array" } },
      resources: [],
    });
    expect(codes).toEqual(["parameter-type", "parameter-not-allowed", "parameter-type"]);
  });

  test("names that lead back to themselves are reported", () => {
    const variables = { a: "[variables('b')]", b: "[concat(variables('a'))]" };
    expect(expanded({ variables, resources: [] }).codes).toEqual(["circular"]);
  });
});

test("variables and properties are copied", () => {
  const { outputs, resources, diagnostics } = expanded({
    variables: {
      copy: [{ name: "names", count: 2, input: "[concat('n', copyIndex('names', 1))]" }],
      disks: { copy: [{ name: "list", count: 2, input: { lun: "[copyIndex('list')]" } }] },
    },
    resources: [
      site("[variables('names')[1]]", {
        properties: { copy: [{ name: "p", count: 2, input: "[mul(copyIndex('p'), 2)]" }] },
      }),
    ],
    outputs: {
      disks: { type: "object", value: "[variables('disks')]" },
      all: { type: "array", copy: { count: 3, input: "[copyIndex()]" } },
      none: { type: "string", condition: false, value: "[fail('no')]" },
    },
  });
  expect(diagnostics).toEqual([]);
  expect(resources[0]).toMatchObject({ name: "n2", body: { properties: { p: [0, 2] } } });
  expect(outputs.disks?.value).toEqual({ list: [{ lun: 0 }, { lun: 1 }] });
  expect(outputs.all?.value).toEqual([0, 1, 2]);
  expect(Object.keys(outputs)).toEqual(["disks", "all"]);
});

test("functions of the template see their arguments only", () => {
  const functions = [
    {
      namespace: "contoso",
      members: {
        name: {
          parameters: [{ name: "p", type: "string" }],
          output: { type: "string", value: "[concat('c-', parameters('P'))]" },
        },
        bad: { parameters: [], output: { type: "string", value: "[variables('v')]" } },
      },
    },
  ];
  expect(valueOf("[Contoso.NAME('x')]", { functions }).value).toBe("c-x");
  expect(valueOf("[contoso.name()]", { functions }).messages[0]).toContain("takes 1 arguments");
  expect(valueOf("[contoso.bad()]", { functions }).messages[0]).toContain("cannot use");
});

describe("resources", () => {
  test("a resource is copied, and depends on whole copies by their name", () => {
    const { names, resources, diagnostics } = expanded({
      resources: [
        site("[concat('s', copyIndex(1))]", { copy: { name: "sites", count: 2 } }),
        site("last", { dependsOn: ["sites", "[resourceId('Microsoft.Web/sites', 's1')]"] }),
      ],
    });
    expect(diagnostics).toEqual([]);
    expect(names).toEqual(["s1", "s2", "last"]);
    expect(resources[2]?.dependsOn).toEqual([id("s1"), id("s2")]);
  });

  test("a condition drops a resource and what waits for it; an open one is told", () => {
    const { names, resources, diagnostics } = expanded({
      parameters: { isOn: { type: "bool", defaultValue: false } },
      resources: [
        site("off", { condition: "[parameters('isOn')]", properties: "[fail('no')]" }),
        site("on", { dependsOn: ["off"] }),
        site("open", { condition: "[equals(resourceGroup().tags.x, 'y')]" }),
      ],
    });
    expect(diagnostics).toEqual([]);
    expect(names).toEqual(["on", "open"]);
    expect(resources[0]?.dependsOn).toEqual([]);
    expect(resources[1]?.condition).toBe("[equals(resourceGroup().tags.x, 'y')]");
  });

  test("children take type and name from their parents, extensions its id", () => {
    const { resources, diagnostics } = expanded({
      resources: [
        site("a", {
          resources: [
            { type: "config", apiVersion: "1", name: "web", dependsOn: ["a"] },
            { type: "Microsoft.Authorization/locks", apiVersion: "1", name: "l" },
          ],
        }),
        { type: "Microsoft.Insights/alerts", name: "x", scope: "Microsoft.Web/sites/a" },
        { type: "Microsoft.Web/sites/providers/locks", name: "a/Microsoft.Authorization/k" },
      ],
    });
    expect(diagnostics).toEqual([]);
    expect(resources.map((resource) => resource.id)).toEqual([
      id("a"),
      id("a/config/web"),
      id("a/providers/Microsoft.Authorization/locks/l"),
      id("a/providers/Microsoft.Insights/alerts/x"),
      id("a/providers/Microsoft.Authorization/locks/k"),
    ]);
    expect(resources[1]).toMatchObject({ type: "Microsoft.Web/sites/config", name: "a/web" });
    expect(resources[1]?.dependsOn).toEqual([id("a")]);
  });

  test("what Azure would refuse is reported at its place", () => {
    const { diagnostics } = expanded(`{ "resources": [
      { "type": "Microsoft.Web/sites", "name": "a" },
      { "type": "Microsoft.Web/sites", "name": "A" },
      { "type": "Microsoft.Web/sites", "name": "b/c" },
      { "type": "Microsoft.Web/sites", "name": "[reference('x').y]" },
      { "type": "Microsoft.Web/sites", "name": "d", "dependsOn": 1 },
      { "type": "Microsoft.Web/sites", "name": "e", "copy": { "name": "n", "count": 801 } },
      { "type": "Microsoft.Web/sites", "name": "f", "properties": "[nope()]" },
      { "type": "Microsoft.Web/sites" }
    ] }`);
    expect(diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([
      ["name-segments", 4, 48],
      ["runtime-function", 5, 48],
      ["copy-limit", 7, 85],
      ["function-unknown", 8, 69],
      ["resource-name", 9, 7],
      ["resource-duplicate", 3, 7],
    ]);
  });

  test("waiting for a resource that does not exist is reported", () => {
    const { diagnostics } = expanded({ resources: [site("a", { dependsOn: ["[concat('b')]"] })] });
    expect(diagnostics).toMatchObject([{ code: "dependency-missing", line: 7 }]);
  });

  test("a count that is not known yet makes one resource that says so", () => {
    const { resources, codes } = expanded({
      parameters: { n: { type: "int" } },
      resources: [
        site("[concat('s', copyIndex())]", { copy: { name: "l", count: "[parameters('n')]" } }),
      ],
    });
    expect(codes).toEqual(["parameter-missing"]);
    expect(resources).toMatchObject([
      { name: "[concat('s', copyIndex('l'))]", count: "[parameters('n')]" },
    ]);
  });
});

test("language version 2.0 names its resources by keys", () => {
  const { resources, outputs, diagnostics } = expanded({
    languageVersion: "2.0",
    resources: {
      plan: { type: "Microsoft.Web/serverfarms", apiVersion: "1", name: "p", existing: true },
      app: site("a", { dependsOn: ["plan", "many"] }),
      many: site("[format('m{0}', copyIndex())]", { copy: { name: "many", count: 2 } }),
    },
    outputs: { id: { type: "string", value: "[resourceInfo('plan').id]" } },
  });
  expect(diagnostics).toEqual([]);
  expect(resources.map(({ name }) => name)).toEqual(["a", "m0", "m1"]);
  expect(resources[0]?.dependsOn).toEqual([id("m0"), id("m1")]);
  expect(outputs.id?.value).toContain("/serverfarms/p");
});
