import { expect, test } from "vitest";
import { deploymentOf, errorsOf } from "../../../support/errors-of.ts";

const inner = (template: object, parameters = {}) => ({
  resources: [deploymentOf("Inner", { resources: [], ...template }, parameters)],
});
const one = (name: string, declared: object) => ({ parameters: { [name]: declared } });

test.each([
  ["password", "string", 1],
  ["PASSWORD", "int", 1],
  ["mySecret", "array", 1],
  ["storageAccountKey", "string", 1],
  ["passwordUri", "string", 1],
  ["passwordEnabled", "Bool", 0],
  ["secretValue", "SecureString", 0],
  ["secretSettings", "SECUREOBJECT", 0],
  ["secretName", "string", 0],
  ["secretsPermissions", "array", 0],
  ["secretUrl", "string", 0],
  ["certSecretVersion", "string", 0],
])("a parameter %s of type %s", (name, type, count) => {
  expect(errorsOf("Password-params-must-be-secure", one(name, { type }))).toHaveLength(count);
});

test("a password in the clear is found behind any number of names of secrets", () => {
  const names = Array.from({ length: 200 }, (_, at) => [`secretName${at}`, { type: "string" }]);
  const parameters = { ...Object.fromEntries(names), password: { type: "string" } };
  expect(errorsOf("Password-params-must-be-secure", { parameters })).toEqual([
    "Password.Param.Not.Secure",
  ]);
});

test.each([
  ["any letter case", one("a", { type: "SECURESTRING", defaultValue: "x" }), 1],
  ["a blank", one("a", { type: "secureString", defaultValue: " " }), 1],
  ["a number", one("a", { type: "secureString", defaultValue: 5 }), 1],
  ["nothing", one("a", { type: "secureString", defaultValue: "" }), 0],
  ["null", one("a", { type: "secureString", defaultValue: null }), 0],
  ["a secure object", one("a", { type: "secureObject", defaultValue: { a: 1 } }), 0],
  ["a new guid", one("a", { type: "secureString", defaultValue: "[NEWGUID( )]" }), 0],
  ["a new guid as text", one("a", { type: "secureString", defaultValue: "newGuid( )" }), 0],
  ["a word like it", one("a", { type: "secureString", defaultValue: "newGuid" }), 1],
  ["an inner template's", inner(one("a", { type: "secureString", defaultValue: "x" })), 1],
])("the default of a secure parameter: %s", (_, template, count) => {
  expect(errorsOf("Secure-String-Parameters-Cannot-Have-Default", template)).toHaveLength(count);
});

test.each([
  ["texts", { minValue: "1", maxValue: "2" }, ["Parameter.Min.Not.Int", "Parameter.Max.Not.Int"]],
  ["a broken number", { minValue: 1.5, maxValue: 2 }, ["Parameter.Min.Not.Int"]],
  ["zero and less", { minValue: -1, maxValue: 0 }, []],
  ["one in capitals", { MAXVALUE: 2 }, ["Parameter.Missing.Min"]],
])("bounds that are %s", (_, bounds, ids) => {
  const declared = one("a", { type: "int", ...bounds });
  expect(errorsOf("Min-And-Max-Value-Are-Numbers", declared)).toEqual(ids);
  expect(errorsOf("Min-And-Max-Value-Are-Numbers", inner(declared))).toEqual(ids);
});

const location = "Location-Should-Not-Be-Hardcoded";
test.each([
  ["another parameter", { type: "String", defaultValue: "[parameters('a')]" }, 1],
  ["any letter case", { type: "STRING", defaultValue: "[ResourceGroup().LOCATION]" }, 0],
  ["the deployment's", { type: "string", defaultValue: "[deployment().location]" }, 0],
  ["global", { type: "string", defaultValue: "Global" }, 0],
  ["empty", { type: "string", defaultValue: "" }, 0],
  ["not given", { type: "string" }, 0],
])("the main template's location defaults to what is %s", (_, declared, count) => {
  expect(errorsOf(location, one("Location", declared))).toHaveLength(count);
});

test.each([
  ["made of the group's", "[toLower(resourceGroup().location)]", []],
  ["empty", "", []],
  ["blank", " ", ["Location.Parameter.DefaultValuePresent"]],
  ["a region", "westus", ["Location.Parameter.DefaultValuePresent"]],
  ["global", "global", ["Location.Parameter.DefaultValuePresent"]],
])("another template's location defaults to what is %s", (_, defaultValue, ids) => {
  const declared = one("location", { type: "string", defaultValue });
  expect(errorsOf(location, declared, "nestedtemplates/a.json")).toEqual(ids);
  expect(errorsOf(location, inner(declared))).toEqual(ids);
});

test("only the parameter that is called location is looked at", () => {
  expect(errorsOf(location, one("vmLocation", { type: "string", defaultValue: "westus" }))).toEqual(
    [],
  );
});

const link = "[uri(deployment().properties.templateLink.uri, '.')]";
const token = { type: "secureString", defaultValue: "" };
test.each([
  ["a secure location", { _artifactsLocation: { type: "SecureString", defaultValue: link } }, 0],
  ["capitals", { _ARTIFACTSLOCATION: { type: "string", defaultValue: link } }, 0],
  [
    "an address elsewhere",
    { _artifactsLocation: { type: "string", defaultValue: "https://a" } },
    1,
  ],
  ["a location of another type", { _artifactsLocation: { type: "object", defaultValue: link } }, 1],
  ["the token alone", {}, 0],
])("artifacts with %s", (_, parameters, count) => {
  const template = { parameters: { ...parameters, _artifactsLocationSasToken: token } };
  expect(errorsOf("artifacts-parameter", template)).toHaveLength(count);
});

test.each([
  ["in another letter case", "int", { value: "[ Parameters( 'A' ) ]", type: "string" }, 1],
  ["secure, to a plain one", "secureString", { value: "[parameters('a')]", type: "string" }, 1],
  ["of the same type", "String", { value: "[parameters('a')]", type: "string" }, 0],
  ["in part", "object", { value: "[parameters('a').b]", type: "string" }, 0],
  ["compared", "string", { value: "[equals(parameters('a'), 'b')]", type: "bool" }, 0],
  ["tested", "string", { value: "[empty(parameters('a'))]", type: "bool" }, 0],
])("a parameter passed on %s", (_, outer, { value, type }, count) => {
  const rule = "Parameter-Types-Should-Be-Consistent";
  const child = { ...one("a", { type: outer }), ...inner(one("b", { type }), { b: { value } }) };
  expect(errorsOf(rule, child)).toHaveLength(count);
  expect(errorsOf(rule, inner(child))).toHaveLength(count);
});

test.each([
  ["by a workflow", one("a", {}), { x: "@{parameters('a')}" }, 0],
  ["outside an expression", one("a", {}), { x: "the parameters('a')" }, 1],
  ["nowhere, and hidden", one("__a", {}), {}, 0],
  ["nowhere, with one dash before it", one("_a", {}), {}, 1],
  ["with a blank in its name", one("a b", {}), { x: "[parameters('a b')]" }, 0],
])("a parameter used %s", (_, declared, resource, count) => {
  const template = { ...declared, resources: [resource] };
  expect(errorsOf("Parameters-Must-Be-Referenced", template)).toHaveLength(count);
});
