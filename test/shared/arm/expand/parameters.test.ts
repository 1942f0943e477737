import { describe, expect, test } from "vitest";
import { site, siteId } from "./a-site.ts";
import { expanded, valueOf } from "./expanded.ts";

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
      id: `[concat('${siteId("")}', parameters('prefix'), '-a')]`,
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
