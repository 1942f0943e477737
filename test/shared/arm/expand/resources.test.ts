import { describe, expect, test } from "vitest";
import { site, siteId } from "./a-site.ts";
import { expanded } from "./expanded.ts";

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
    expect(resources[2]?.dependsOn).toEqual([siteId("s1"), siteId("s2")]);
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
      siteId("a"),
      siteId("a/config/web"),
      siteId("a/providers/Microsoft.Authorization/locks/l"),
      siteId("a/providers/Microsoft.Insights/alerts/x"),
      siteId("a/providers/Microsoft.Authorization/locks/k"),
    ]);
    expect(resources[1]).toMatchObject({ type: "Microsoft.Web/sites/config", name: "a/web" });
    expect(resources[1]?.dependsOn).toEqual([siteId("a")]);
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
