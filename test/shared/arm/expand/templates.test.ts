import { expect, test } from "vitest";
import { site, siteId } from "./a-site.ts";
import { expanded, valueOf } from "./expanded.ts";

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
  expect(resources[0]?.dependsOn).toEqual([siteId("m0"), siteId("m1")]);
  expect(outputs.id?.value).toContain("/serverfarms/p");
});
