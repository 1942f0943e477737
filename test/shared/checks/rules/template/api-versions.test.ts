import { expect, test } from "vitest";
import { ResourceTypes } from "../../../../../shared/checks/facts/resource-types.ts";
import { apiVersionsShouldBeRecentInReferenceFunctions } from "../../../../../shared/checks/rules/template/api-versions/api-versions-should-be-recent-in-reference-functions.ts";
import { apiVersionsShouldBeRecent } from "../../../../../shared/checks/rules/template/api-versions/api-versions-should-be-recent.ts";
import { providersApiVersionsIsNotPermitted } from "../../../../../shared/checks/rules/template/api-versions/providers-api-versions-is-not-permitted.ts";
import { judgeMarked } from "../../../support/marked-template.ts";

const lists = {
  asOf: "2025-06-01",
  types: {
    "A.B/c": "2025-01-01 2025-01-01-preview 2024-02-01-preview 2023-06-01 2021-01-01",
    "A.B/c/d": "2020-01-01-preview 2019-01-01",
    "A.B/old": "2020-06-01-preview 2018-01-01 2017-01-01",
    "A.B/both": "2025-01-01 2025-01-01-preview",
    "A.B/previews": "2020-01-01-preview 2020-01-01-alpha 2019-01-01-preview",
    "Microsoft.Resources/deployments": "2025-04-01 2019-10-01",
  },
  retired: { "A.B/c": "2016-01-01" },
};
const facts = (asOf = "2025-06-01") => ({ asOf, resourceTypes: new ResourceTypes(lists) });
const resource = (type: string, version: string, more = "") =>
  `{\n  "resources": [\n    { "type": "${type}", ${more} "apiVersion": ${version} }\n  ]\n}`;

test.each<[string, string, string[]]>([
  ["the newest version", resource("A.B/c", '"2025-01-01"'), []],
  ["a version of the last two years", resource("a.b/C", '"2023-06-02"'), ["warning"]],
  ["a version that is exactly 730 days old", resource("A.B/c", '"2023-06-01"'), ["OutOfDate"]],
  ["an old version", resource("A.B/c", '¤"2021-01-01"'), ["OutOfDate"]],
  ["a version that was retired", resource("A.B/c", '¤"2016-01-01"'), ["OutOfDate"]],
  ["a version that is not known", resource("A.B/c", '¤"2015-01-01"'), ["warning"]],
  ["a type that is not known", resource("X.Y/z", '¤"2015-01-01"'), ["warning"]],
  ["a child of a known type", resource("A.B/c/unknown", '¤"2021-01-01"'), ["OutOfDate"]],
  ["an old version that is the newest stable one", resource("A.B/old", '"2018-01-01"'), []],
  ["an older one than that", resource("A.B/old", '¤"2017-01-01"'), ["OutOfDate"]],
  ["an old preview that is the newest of all", resource("A.B/c/d", '"2020-01-01-preview"'), []],
  ["an old version of the newest's day", resource("A.B/previews", '"2020-01-01-alpha"'), []],
  ["an older preview", resource("A.B/c", '¤"2024-02-01-preview"'), ["Preview.Not.Recent"]],
  [
    "a preview of the same day",
    resource("A.B/both", '¤"2025-01-01-PREVIEW"'),
    ["Preview.Version.Has.NonPreview"],
  ],
  ["a version that is no text", resource("A.B/c", "¤true"), ["Not.String"]],
  ["a version that is asked for", resource("A.B/c", `¤"[parameters('v')]"`), ["Not.Date"]],
  ["a day that does not exist", resource("A.B/c", '¤"2025-13-41"'), ["Not.Date"]],
  [
    "a resource that is not to be judged",
    resource("A.B/c", '¤"2021-01-01"', '"metadata": ["disable-apiVersions-should-be-recent"],'),
    ["warning"],
  ],
  [
    "a child written inside of its parent",
    resource(
      "A.B/c",
      '"2025-01-01"',
      '"resources": [{ "type": "d", "apiVersion": ¤"2019-01-01" }],',
    ),
    [],
  ],
  [
    "a child with its full type inside of its parent",
    resource(
      "A.B/c",
      '"2025-01-01"',
      '"resources": [{ "type": "A.B/c", "apiVersion": ¤"2021-01-01" }],',
    ),
    ["OutOfDate"],
  ],
  [
    "a property of the resource's own",
    resource("A.B/c", '"2025-01-01"', '"properties": { "apiVersion": "v1" },'),
    [],
  ],
  [
    "a provider's resource",
    resource("A.B/c/providers/locks", '¤"2016-01-01"', `"name": "[concat('a', '/A.Locks/')]",`),
    ["warning"],
  ],
])("the API version of %s", (_, text, ids) => {
  const { found, places, marked } = judgeMarked(apiVersionsShouldBeRecent, text, facts());
  expect(found).toEqual(ids.map((id) => (id === "warning" ? id : `ApiVersion.${id}`)));
  if (text.includes("¤") && ids.length > 0) expect(places).toEqual(marked);
});

test("a template is judged as of a day, by what existed then", () => {
  const old = resource("A.B/c", '"2021-01-01"');
  expect(judgeMarked(apiVersionsShouldBeRecent, old, facts("2022-12-31")).found).toEqual([]);
  expect(judgeMarked(apiVersionsShouldBeRecent, old, facts("2023-02-01")).found).toEqual([]);
  expect(judgeMarked(apiVersionsShouldBeRecent, old, facts("2023-07-01")).found).toHaveLength(1);
  const preview = resource("A.B/c", '"2024-02-01-preview"');
  expect(judgeMarked(apiVersionsShouldBeRecent, preview, facts("2024-03-01")).found).toEqual([]);
});

test("what a nested deployment deploys is judged by its own type, inner-scoped or not", () => {
  const nested = (scope: string) => `{ "resources": [{
    "type": "Microsoft.Resources/deployments", "apiVersion": "2025-04-01",
    "properties": { "expressionEvaluationOptions": { "scope": "${scope}" },
      "template": { "resources": [{ "type": "A.B/c", "apiVersion": ¤"2021-01-01" }] } } }] }`;
  for (const scope of ["inner", "outer"]) {
    const { found, places, marked } = judgeMarked(
      apiVersionsShouldBeRecent,
      nested(scope),
      facts(),
    );
    expect(found).toEqual(["ApiVersion.OutOfDate"]);
    expect(places).toEqual(marked);
  }
});

test("deployments in what was compiled from Bicep are not judged, other resources are", () => {
  const bicep = (type: string) =>
    `{ "metadata": { "_generator": { "name": "bicep" } },
       "resources": [{ "type": "${type}", "apiVersion": "2019-10-01" }] }`;
  const deployments = "Microsoft.Resources/deployments";
  const said = (text: string) => judgeMarked(apiVersionsShouldBeRecent, text, facts()).found;
  expect(said(bicep(deployments))).toEqual([]);
  expect(said(bicep(deployments).replace("bicep", "other"))).toEqual(["ApiVersion.OutOfDate"]);
  expect(said(bicep("A.B/c").replace("2019-10-01", "2021-01-01"))).toEqual([
    "ApiVersion.OutOfDate",
  ]);
});

const output = (value: string) => `{
  "variables": { "name": "x" },
  "resources": [{ "type": "A.B/c", "name": "[concat(variables('name'), '1')]" }],
  "outputs": { "o": { "value": ${value} } }
}`;
test.each([
  ["reference()", `¤"[reference(resourceId('A.B/c', 'x'), '2021-01-01').a]"`, ["OutOfDate"]],
  [
    "listKeys()",
    `¤"[concat(listKeys(resourceId('rg', 'A.B/c', 'x'), '2021-01-01').a)]"`,
    ["OutOfDate"],
  ],
  [
    "a preview",
    `¤"[reference(resourceId('A.B/c', 'x'), '2024-02-01-Preview')]"`,
    ["Preview.Not.Recent"],
  ],
  ["a resource's name", `¤"[listKeys(variables('name'), '2021-01-01')]"`, ["OutOfDate"]],
  ["a name nobody has", `"[listKeys(variables('other'), '2021-01-01')]"`, []],
  ["a recent version", `"[reference(resourceId('A.B/c', 'x'), '2025-01-01').a]"`, []],
  ["no version", `"[reference(resourceId('A.B/c', 'x'))]"`, []],
  ["another function's date", `"[concat(resourceId('A.B/c', 'x'), '2021-01-01')]"`, []],
  ["an unknown version", `¤"[reference(resourceId('A.B/c', 'x'), '2015-01-01')]"`, ["warning"]],
])("asking with %s", (_, value, ids) => {
  const rule = apiVersionsShouldBeRecentInReferenceFunctions;
  const { found, places, marked } = judgeMarked(rule, output(value), facts());
  expect(found).toEqual(ids.map((id) => (id === "warning" ? id : `ApiReference.Version.${id}`)));
  expect(places).toEqual(marked);
});

test("functions in what was compiled from Bicep are not judged", () => {
  const text = output(`"[reference(resourceId('A.B/c', 'x'), '2021-01-01').a]"`);
  const bicep = text.replace("{", '{ "metadata": { "_generator": { "name": "Bicep" } },');
  expect(judgeMarked(apiVersionsShouldBeRecentInReferenceFunctions, bicep, facts()).found).toEqual(
    [],
  );
});

test.each([
  ["the newest of the provider", `"[¤providers('A.B', variables('t')).apiVersions[0]]"`, 1],
  [
    "the newest of a provider that is worked out",
    `"[concat(¤Providers(split(toLower(variables('t')), '/')[0], 'c') . apiVersions[0])]"`,
    1,
  ],
  ["the provider's locations", `"[providers('A.B', 'c').locations]"`, 0],
])("asking for %s", (_, value, count) => {
  const { found, places, marked } = judgeMarked(providersApiVersionsIsNotPermitted, output(value));
  expect(found).toEqual(Array.from({ length: count }, () => "ApiVersion.Using.Providers"));
  expect(places).toEqual(marked);
});

test("a provider's resource whose provider cannot be told is not judged as its parent", () => {
  const text = resource("A.B/c/providers/locks", '"2021-01-01"', '"name": "x",');
  expect(judgeMarked(apiVersionsShouldBeRecent, text, facts()).found).toEqual(["warning"]);
});
