import { describe, expect, it, test } from "vitest";
import { expanded, valueOf } from "./expanded.ts";
import { deploymentFunctionTables } from "./deployment-function-tables.ts";
import { functionTables } from "./function-tables.ts";

const scope = { subscriptionId: "S", resourceGroup: "G" };

describe.each(Object.entries({ ...functionTables, ...deploymentFunctionTables }))(
  "functions of %s",
  (_, rows) => {
    it.each(rows)("%s", (expression, value) => {
      const outputs = { it: { type: "object", value: `[${expression}]` } };
      const { outputs: found, diagnostics } = expanded({ outputs }, { scope });
      expect(diagnostics).toEqual([]);
      expect(found.it?.value).toEqual(value);
    });
  },
);

it.each([
  ["[nothing()]", 'There is no function "nothing".'],
  ["[contoso.x()]", 'The template defines no function "contoso.x".'],
  ["[toLower()]", '"toLower" takes 1 arguments, but has 0.'],
  ["[toLower(1)]", "ToLower: argument 1 must be a string, but is int."],
  [
    "[substring('abc', 2, 5)]",
    "Substring: characters 2 to 7 were asked of a string of 3 characters.",
  ],
  ["[div(1, 0)]", "Div: a number cannot be divided by zero."],
  ["[createArray(1)[1]]", "The array has 1 elements, so none at 1."],
  ["[createObject('a', 1).b]", 'The object has no property "b": it has "a".'],
  [
    "[resourceId('Microsoft.Web/sites/slots', 'a')]",
    'ResourceId: the type "Microsoft.Web/sites/slots" needs 2 names, but has 1.',
  ],
  [
    "[utcNow()]",
    "UtcNow: it is only available in the default values of parameters: take its value from one.",
  ],
  ["[copyIndex()]", "CopyIndex: copyIndex() stands in nothing that is copied."],
  ["[uri('x', 'y')]", "Uri: the first argument must be an absolute address."],
  ["[json('{')]", "Json: the string is not JSON."],
  ["[fail('stop')]", "Fail: the template stops with: stop."],
])("%s is reported", (expression, message) => {
  expect(valueOf(expression).messages).toEqual([message]);
});

test("uniqueString and guid depend on their arguments alone and look like Azure's", () => {
  const one = valueOf("[uniqueString('a', 'b')]").value;
  expect(one).toMatch(/^[a-z2-7]{13}$/);
  expect(valueOf("[uniqueString('a', 'b')]").value).toBe(one);
  expect(valueOf("[uniqueString('ab')]").value).not.toBe(one);
  expect(valueOf("[guid('a')]").value).toMatch(
    /^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
  );
});

test("defaults of parameters may ask for the time and for a new GUID", () => {
  const parameters = {
    now: { type: "string", defaultValue: "[utcNow('yyyy-MM-dd')]" },
    id: { type: "string", defaultValue: "[newGuid()]" },
  };
  expect(valueOf("[parameters('now')]", { parameters }).value).toBe("2026-03-04");
  expect(valueOf("[length(parameters('id'))]", { parameters }).value).toBe(36);
});
