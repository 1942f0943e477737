import { expect, test } from "vitest";
import { idsShouldBeDerivedFromResourceIds } from "../../../../../shared/checks/rules/template/identifiers/ids-should-be-derived-from-resource-ids.ts";
import { resourceIdsShouldNotContain } from "../../../../../shared/checks/rules/template/identifiers/resource-ids-should-not-contain.ts";
import { urisShouldBeProperlyConstructed } from "../../../../../shared/checks/rules/template/identifiers/uris-should-be-properly-constructed.ts";
import { judgeMarked } from "../../../support/marked-template.ts";

const inResource = (properties: string, type = "A.B/c") => `{
  "variables": { "literal": "/subscriptions/x", "made": "[resourceId('A.B/c', 'x')]", "list": ["x"] },
  "resources": [
    { "type": "${type}",
      "properties": { ${properties} } }
  ]
}`;
const notDerived = "ResourceId.Should.Contain.Proper.Expression";

test.each<[string, string, string[]]>([
  ["resourceId()", `"subnetId": "[ resourceId ('A.B/c', 'x')]"`, []],
  ["a parameter", `"id": "[parameters('id')]"`, []],
  ["a variable that is made with resourceId()", `"id": "[variables('made')]"`, []],
  ["a variable that is declared elsewhere", `"id": "[variables('unknown')]"`, []],
  ["a variable that is no text", `"id": "[variables('list')]"`, []],
  ["a literal", `"ID": ¤"/subscriptions/x"`, [notDerived]],
  ["a literal variable", `"id": ¤"[variables('literal')]"`, [notDerived]],
  [
    "a text that is put together",
    `"id": ¤"[concat(resourceId('A.B/c', 'x'), '/y')]"`,
    [notDerived],
  ],
  ["true", `"subnetId": ¤true`, [notDerived]],
  ["a number", `"id": ¤7`, [notDerived]],
  ["an empty text", `"id": ¤""`, ["ResourceId.Is.Missing"]],
  ["an object with a value", `"id": { "value": ¤"literal" }`, [notDerived]],
  ["an object without one", `"id": { "other": "literal" }`, []],
  ["nothing", `"id": null, "moreId": ["x"]`, []],
  ["the id of a tenant", `"tenantId": "literal", "aadClientId": "literal"`, []],
  ["the id of a detector", `"detector": { "id": "literal" }`, []],
  ["an id in metadata", `"metadata": { "deep": { "id": "literal" } }`, []],
  ["an id among the tags", `"tags": { "costId": "literal" }`, []],
  ["an id of the resource's parent", `"parent": { "id": "literal" }`, []],
])("an id that is %s", (_, property, ids) => {
  const text = inResource(property);
  const { found, places, marked } = judgeMarked(idsShouldBeDerivedFromResourceIds, text);
  expect(found).toEqual(ids);
  expect(places).toEqual(marked);
});

test.each([
  ["Microsoft.Logic/workflows", `"id": "x"`],
  ["Microsoft.Portal/dashboards", `"id": "x"`],
  ["Microsoft.ApiManagement/service/backends", `"resourceId": "x"`],
  ["Microsoft.DocumentDB/databaseAccounts/mongodbDatabases/collections", `"id": "x"`],
  ["Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers", `"resource": { "id": "x" }`],
  ["Microsoft.Insights/webtests", `"Locations": [{ "Id": "us-fl" }]`],
  ["Microsoft.Web/sites/config", `"SOME_ID": "x"`],
])("%s has ids of its own", (type, property) => {
  expect(judgeMarked(idsShouldBeDerivedFromResourceIds, inResource(property, type)).found).toEqual(
    [],
  );
  expect(judgeMarked(idsShouldBeDerivedFromResourceIds, inResource(property)).found).toHaveLength(
    1,
  );
});

test.each(["parametersFoo", "outputs", "outputsX", "metadata", "web"])(
  "the ids of a resource that is symbolically called %s are judged",
  (name) => {
    const resource = `{ "type": "A.B/c", "properties": { "subnetId": ¤"x" }, "tags": { "costId": "x" } }`;
    const text = `{ "languageVersion": "2.0", "resources": { "${name}": ${resource} } }`;
    const { found, places, marked } = judgeMarked(idsShouldBeDerivedFromResourceIds, text);
    expect(found).toEqual([notDerived]);
    expect(places).toEqual(marked);
  },
);

test.each([
  ["parameters", `[{ "type": "A.B/c", "parameters": { "subnetId": "x" } }]`, 0],
  ["outputs", `{ "web": { "type": "A.B/c", "Outputs": { "subnetId": "x" } } }`, 0],
  ["others", `[{ "type": "A.B/c", "parametersOf": { "subnetId": "x" } }]`, 1],
  ["parameters further down", `[{ "properties": { "parameters": { "subnetId": "x" } } }]`, 1],
])("ids among a resource's %s", (_, resources, count) => {
  const { found } = judgeMarked(idsShouldBeDerivedFromResourceIds, `{ "resources": ${resources} }`);
  expect(found).toHaveLength(count);
});

test("ids outside of the resources, or compiled from Bicep, are not judged", () => {
  const outside = `{ "variables": { "id": "x" }, "outputs": { "id": { "value": "x" } } }`;
  expect(judgeMarked(idsShouldBeDerivedFromResourceIds, outside).found).toEqual([]);
  const bicep = inResource(`"id": "x"`).replace(
    "{",
    `{ "metadata": { "_generator": { "name": "bicep" } },`,
  );
  expect(judgeMarked(idsShouldBeDerivedFromResourceIds, bicep).found).toEqual([]);
});

test("twenty thousand ids made from variables are judged in a moment", () => {
  const ids = Array.from({ length: 20_000 }, (_, at) => `"a${at}Id": "[variables('made')]"`);
  const start = performance.now();
  expect(judgeMarked(idsShouldBeDerivedFromResourceIds, inResource(ids.join(","))).found).toEqual(
    [],
  );
  expect(performance.now() - start).toBeLessThan(2000);
});

test.each([
  [`"[¤resourceId(resourceGroup().name, 'A.B/c', 'x')]"`, 1],
  [`"[ ¤ResourceId ( subscription().subscriptionId, 'rg', 'A.B/c', 'x')]"`, 1],
  [`"[¤subscriptionResourceId(\n subscription().id, 'A.B/c', 'x')]"`, 1],
  [`"[concat(¤tenantResourceId(concat('A.B', '/c'), 'x'))]"`, 1],
  [`"[¤extensionResourceId(format('{0}', 'x'), 'A.B/c', 'x')]"`, 1],
  [`"[¤reference(format('{0}', 'x'), '2025-01-01')]"`, 1],
  [`"[concat(¤listKeys (concat('a', 'b')), ¤reference(concat('a')))]"`, 2],
  [`"[¤list(concat('a'), '2025-01-01')]"`, 1],
  [`"[format( '{0}' ,\n ¤list (format('{0}', 'a'), '2025-01-01').x)]"`, 1],
  [`"[contoso.listFoo(concat('a'))]"`, 0],
  [`"[contoso.reference(concat('a'))]"`, 0],
  [
    `"[concat(contoso . resourceId(concat('a')), contoso.subscriptionResourceId(subscription().id))]"`,
    0,
  ],
  [`"[mylist(concat('a'))]"`, 0],
  [`"[resourceId('A.B/c', concat('a', 'b'))]"`, 0],
  [`"[extensionResourceId(resourceGroup().id, 'A.B/c', 'x')]"`, 0],
  [`"[guid(resourceGroup().id)]"`, 0],
  [`"like resourceId(concat('a'))"`, 0],
])("the id %s", (value, count) => {
  const text = `{ "variables": {\n  "id": ${value}\n} }`;
  const { found, places, marked } = judgeMarked(resourceIdsShouldNotContain, text);
  expect(found).toEqual(
    Array.from({ length: count }, () => "ResourceId.Should.Not.Contain.Function"),
  );
  expect(places).toEqual(marked);
});

test.each([
  [`"templateUri": ¤"[concat(parameters('base'), 'a.json')]"`, 1],
  [`"sasURL": ¤"[format('{0}/a', uri('a', 'b'))]"`, 1],
  [`"uri": "[uri(concat('https://', 'a'), 'b')]"`, 0],
  [`"uri": "[parameters('uri')]"`, 0],
  [`"uri": "concat('a', 'b')"`, 0],
  [`"urls": "[concat('a', 'b')]"`, 0],
])("the address %s", (property, count) => {
  const text = `{ "variables": {\n  ${property}\n} }`;
  const { found, places, marked } = judgeMarked(urisShouldBeProperlyConstructed, text);
  expect(found).toEqual(Array.from({ length: count }, () => "URI.Improperly.Constructed"));
  expect(places).toEqual(marked);
});
