import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { factsAsOf } from "../../../../shared/checks/facts/certification-facts.ts";
import { buildModel } from "../../../../shared/checks/model/certification-model.ts";
import { modelOfPackage } from "../../../../shared/checks/model/package-model.ts";
import type { Rule } from "../../../../shared/checks/rules/rule.ts";
import { credentialsAreNotGuessable } from "../../../../shared/checks/rules/template/credentials/credentials-are-not-guessable.ts";
import { credentialsAreNotLiterals } from "../../../../shared/checks/rules/template/credentials/credentials-are-not-literals.ts";
import { signedAddressesAreNotAssembled } from "../../../../shared/checks/rules/template/credentials/signed-addresses-are-not-assembled.ts";
import { readPackage } from "../../../../shared/packages/read-package.ts";
import { drawn } from "../../secrets/drawn-text.ts";

const facts = factsAsOf(new Date("2026-11-01"));
const schema = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

function findingsIn(rule: Rule, template: object) {
  const text = JSON.stringify({ $schema: schema, ...template }, null, 2);
  const file = { path: "mainTemplate.json", bytes: new TextEncoder().encode(text) };
  const parts = { mainTemplate: "mainTemplate.json", createUiDefinition: undefined };
  return rule.run({ ...buildModel([file], parts), facts });
}

const pathsIn = (rule: Rule, template: object) =>
  findingsIn(rule, template).map(({ jsonPath }) => jsonPath);
const resource = (properties: object) => ({ resources: [{ properties }] });

test.each<[string, object, string[]]>([
  ["a variable", { variables: { dbPassword: "hunter2!" } }, ["variables.dbPassword"]],
  [
    "a resource's property",
    resource({ clientSecret: "kx7-93hq-QQ" }),
    ["resources[0].properties.clientSecret"],
  ],
  [
    "the value of a nested parameter",
    resource({ parameters: { sqlPassword: { value: "hunter2!" } } }),
    ["resources[0].properties.parameters.sqlPassword.value"],
  ],
  [
    "a setting with its name beside it",
    resource({ appSettings: [{ name: "API_KEY", value: "93hqkx7QQ" }] }),
    ["resources[0].properties.appSettings[0].value"],
  ],
  [
    "the default of a plain parameter",
    { parameters: { vmPassword: { type: "string", defaultValue: "P@ssw0rd1" } } },
    ["parameters.vmPassword.defaultValue"],
  ],
  ["an expression", resource({ clientSecret: "[parameters('clientSecret')]" }), []],
  ["the name of a secret", resource({ secretName: "database-password-1" }), []],
  ["where a secret is kept", resource({ secret: "https://vault.example/secrets/one" }), []],
  ["a kind of sign-in", { variables: { linuxPassword: "password" } }, []],
  ["a switch", resource({ disablePassword: true, password: "" }), []],
  ["a stand-in", { variables: { apiKey: "<your key>" } }, []],
  ["what the catalogue's own rule objects to", resource({ adminPassword: "hunter2!" }), []],
])("literal credentials: %s", (_, template, paths) => {
  expect(pathsIn(credentialsAreNotLiterals, template)).toEqual(paths);
});

const withDefault = (type: string, defaultValue: string) => ({
  parameters: { seed: { type, defaultValue } },
  ...resource({ adminPassword: "[concat('P1!', parameters('seed'))]" }),
});
const given = (expression: string, more: object = {}) => ({
  ...more,
  ...resource({ adminPassword: expression }),
});
const place = ["resources[0].properties.adminPassword"];

test.each<[string, object, string[]]>([
  ["drawn from an id", given("[uniqueString(resourceGroup().id)]"), place],
  ["put together with an id", given("[concat('P1!', uniqueString(resourceGroup().id))]"), place],
  ["put together from literals", given("[concat('P1', '!x')]"), place],
  [
    "put together with a name",
    given("[format('Pw1!{0}', parameters('vm'))]", { parameters: { vm: { type: "string" } } }),
    place,
  ],
  [
    "by way of a variable",
    given("[variables('v')]", { variables: { v: "[guid(subscription().id)]" } }),
    place,
  ],
  ["from a default that anyone can compute", withDefault("string", "[uniqueString('x')]"), place],
  ["with a generated default", withDefault("string", "[newGuid()]"), []],
  ["with a secure parameter", withDefault("secureString", ""), []],
  ["with a key of Azure", given("[concat('P', listKeys('id', '2022-09-01').keys[0].value)]"), []],
  ["with a function of one's own", given("[concat('P', my.secret())]"), []],
  ["as it was given", given("[parameters('p')]", { parameters: { p: { type: "string" } } }), []],
  [
    "in a variable that is a password, once",
    given("[variables('adminPassword')]", {
      variables: { adminPassword: "[uniqueString(resourceGroup().id)]" },
    }),
    ["variables.adminPassword"],
  ],
  [
    "in circles",
    given("[variables('a')]", { variables: { a: "[variables('b')]", b: "[variables('a')]" } }),
    [],
  ],
])("guessable credentials: %s", (_, template, paths) => {
  expect(pathsIn(credentialsAreNotGuessable, template)).toEqual(paths);
});

const signature = `${drawn(43)}%3D`;

test.each<[string, object, number]>([
  ["in pieces", given(`[concat(variables('u'), '?sv=2022-11-02&s', 'ig=', '${signature}')]`), 1],
  [
    "in one piece, which the file's text tells",
    given(`https://a/b?sv=2022-11-02&sig=${signature}`),
    0,
  ],
  ["from a parameter", given("[concat(variables('u'), '?sv=2022&sig=', parameters('sas'))]"), 0],
])("shared access signatures: %s", (_, template, count) => {
  expect(findingsIn(signedAddressesAreNotAssembled, template)).toHaveLength(count);
});

test("no finding shows what it found", () => {
  const found = [
    ...findingsIn(credentialsAreNotLiterals, { variables: { dbPassword: "hunter2!" } }),
    ...findingsIn(credentialsAreNotGuessable, given("[concat('hunter2!', 'x')]")),
  ];
  expect(found).toHaveLength(2);
  expect(JSON.stringify(found)).not.toContain("hunter");
});

const data = resolve(import.meta.dirname, "../../../../../shared/data/packages");
if (!existsSync(data)) {
  test("no real packages are on this machine, so only our own templates were looked at", () => {
    console.warn(`no real packages in ${data}`);
  });
} else {
  test.each(globSync("*/*.zip", { cwd: data }))("%s has no such credential", async (path) => {
    const reading = await readPackage(readFileSync(join(data, path)));
    if (!reading.ok) throw new Error(`${path} is not readable`);
    const model = { ...modelOfPackage(reading.package), facts };
    const rules = [
      credentialsAreNotLiterals,
      credentialsAreNotGuessable,
      signedAddressesAreNotAssembled,
    ];
    const findings = rules.flatMap((rule) => rule.run(model));
    expect(findings.map(({ file, jsonPath }) => `${file} ${jsonPath}`)).toEqual([]);
  });
}
