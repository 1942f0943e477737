import { expect, test } from "vitest";
import { deploymentOf, errorsOf } from "../../../support/errors-of.ts";

const resource = (more: object, type = "Microsoft.Network/x") => ({
  resources: [{ type, ...more }],
});
const nested = (scope: string, ...resources: object[]) => ({
  resources: [deploymentOf(scope, { resources })],
});
const literal = { type: "A.B/c", location: "westus" };

test.each<[string, object, number, number]>([
  ["of a symbolic name", { languageVersion: "2.0", resources: { a: literal } }, 1, 1],
  ["inside of another", resource({ resources: [literal] }), 1, 0],
  ["of an inner template", nested("inner", literal), 1, 1],
  ["of an outer-scoped template", nested("outer", literal), 1, 0],
  ["without a location", resource({ location: null }), 0, 0],
  ["that is everywhere", resource({ location: "GLOBAL" }), 0, 0],
])("the location of a resource %s", (_, template, hardcoded, placed) => {
  expect(errorsOf("Location-Should-Not-Be-Hardcoded", template)).toHaveLength(hardcoded);
  expect(errorsOf("Resources-Should-Have-Location", template)).toHaveLength(placed);
});

test.each([
  ["an output", { outputs: { a: { value: "[resourceGroup().location]" } } }, 1],
  ["a variable", { variables: { a: "[ResourceGroup( ) . Location]" } }, 1],
  [
    "what a deployment is passed",
    {
      resources: [
        deploymentOf("inner", { resources: [] }, { a: { value: "[deployment().location]" } }),
      ],
    },
    0,
  ],
])("the deployment's location in %s", (_, template, count) => {
  expect(errorsOf("Location-Should-Not-Be-Hardcoded", template)).toHaveLength(count);
});

test.each([
  ["[ ExtensionResourceId('a', 'b', 'c')]", 0],
  ["[tenantResourceId('a/b', 'c')]", 0],
  ["[if(true(), 'a', 'b')]", 0],
  ["[guid('a')]", 0],
  ["[subscription().id]", 0],
  ["[format('{0}', 'a')]", 1],
  ["[concat('/subscriptions/', subscription().subscriptionId)]", 1],
  ["resourceId('a')", 1],
  [" ", 1],
  [false, 1],
  [0, 1],
])("the id %j", (subnetId, count) => {
  const template = resource({ properties: { subnetId } });
  expect(errorsOf("IDs-Should-Be-Derived-From-ResourceIDs", template)).toHaveLength(count);
});

test.each([
  ...["tenantId", "clientId", "objectId", "principalId", "subscriptionId", "appId", "keyId"],
  ...["groupId", "sid", "vlanId", "contentId", "stepId"],
])("%s is the id of something else", (name) => {
  const template = resource({ properties: { [name]: "x", [name.toUpperCase()]: "x" } });
  expect(errorsOf("IDs-Should-Be-Derived-From-ResourceIDs", template)).toEqual([]);
});

test.each([
  ...["core.windows.net", "management.azure.com", "database.windows.net", "graph.windows.net"],
  ...["login.microsoftonline.com", "vault.azure.net", "datalake.azure.net", "gallery.azure.com"],
  ...["azuredatalakestore.net", "azuredatalakeanalytics.net", "api.loganalytics.io"],
  ...["asazure.windows.net", "batch.core.windows.net"],
])("the host %s is written out, except in parameters", (host) => {
  const rule = "DeploymentTemplate-Must-Not-Contain-Hardcoded-Uri";
  const defaults = { parameters: { a: { type: "string", defaultValue: `https://a.${host}` } } };
  expect(errorsOf(rule, { metadata: { a: `https://a.${host.toUpperCase()}` } })).toHaveLength(1);
  expect(errorsOf(rule, defaults)).toEqual([]);
  expect(errorsOf(rule, { resources: [deploymentOf("inner", defaults)] })).toEqual([]);
});

test.each([
  ["https://SCHEMA.management.azure.com/a", 0],
  ["https://devopsgallerystorage.blob.core.windows.net/a", 0],
  ["http://schema.management.azure.com/a", 1],
  ["https://a.schema.management.azure.com/a", 1],
])("the address %s", (address, count) => {
  const rule = "DeploymentTemplate-Must-Not-Contain-Hardcoded-Uri";
  expect(errorsOf(rule, { variables: { address } })).toHaveLength(count);
});

const secure = { parameters: { key: { type: "SecureString" } } };
const shown = { x: "[parameters('KEY')]" };
test.each([
  ["keys, of no scope", nested("", { x: "[list('a', 'b')]" }), 1],
  ["a secret of its own", { ...secure, ...nested("inner", shown) }, 0],
  ["a secret", { ...secure, ...nested("OUTER", shown) }, 1],
  [
    "a secret that is passed on",
    {
      ...secure,
      ...nested("outer", deploymentOf("inner", secure, { key: { value: shown.x } })),
    },
    1,
  ],
])("a nested template with %s", (_, template, count) => {
  expect(errorsOf("Secure-Params-In-Nested-Deployments", template)).toHaveLength(count);
});

test.each([
  ["in capitals", { a: { value: "[LISTKEYS('a', '2025-06-01')]" } }, 1],
  ["in copies", { a: { copy: { count: 2, input: "[listSecrets(copyIndex()).a]" } } }, 1],
  ["in a list", { a: { value: { b: ["[parameters('Key')]"] } } }, 1],
  ["by name", { AdminPASSWORDs: { value: "a" } }, 1],
  ["as plain words", { a: { value: "use listKeys(a)" } }, 0],
  ["by a function of one's own", { a: { value: "[contoso.listKeys()]" } }, 0],
])("outputs show a secret %s", (_, outputs, count) => {
  expect(errorsOf("Outputs-Must-Not-Contain-Secrets", { ...secure, outputs })).toHaveLength(count);
});

test.each([
  ["inside of another resource", resource({ resources: [{ dependsOn: ["[concat('a')]"] }] })],
  ["in an inner template", nested("inner", { dependsOn: ["[if(true(), 'a', 'b')]"] })],
  ["in an outer-scoped template", nested("outer", { dependsOn: ["[concat('a', 'b')]"] })],
  ["of copies, on condition", resource({ dependsOn: ["[if(true(), copyIndex(), 'b')]"] })],
])("a dependency that is not plain %s", (_, template) => {
  expect(errorsOf("DependsOn-Best-Practices", template)).toHaveLength(1);
});

test.each([
  ["a sku in capitals", { imageReference: { sku: "A-PREVIEW" } }, 1],
  ["a publisher", { imageReference: { publisher: "a-preview" } }, 0],
  ["an id", { imageReference: { id: "/a/preview" } }, 0],
])("a scale set's image with a preview as %s", (_, storageProfile, count) => {
  const properties = { virtualMachineProfile: { storageProfile } };
  const template = resource({ properties }, "Microsoft.Compute/virtualMachineScaleSets");
  expect(errorsOf("Virtual-Machines-Should-Not-Be-Preview", template)).toHaveLength(count);
});
