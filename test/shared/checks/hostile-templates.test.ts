import { expect, test } from "vitest";
import { certifyPackage } from "../../../shared/checks/certify-package.ts";
import { factsAsOf } from "../../../shared/checks/facts/certification-facts.ts";
import { packageOf } from "../support/package-of.ts";

const facts = factsAsOf(new Date("2026-11-01"));
const size = 20_000;
const repeated = (text: string) => text.repeat(size / text.length);
const doubling = Object.fromEntries(
  Array.from({ length: 40 }, (_, at) => [
    `v${at}`,
    at === 0 ? "x" : `[concat(variables('v${at - 1}'), variables('v${at - 1}'))]`,
  ]),
);

/** A template that has the text wherever rules look closely. */
const templateWith = (text: string, variables: object = {}) => ({
  $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  contentVersion: "1.0.0.0",
  parameters: { p: { type: "string", defaultValue: text } },
  variables: { a: text, adminUsername: text, b: { c: text }, ...variables },
  resources: [
    {
      ...{ type: "Microsoft.Compute/virtualMachines", apiVersion: "2023-03-01" },
      ...{ name: text, location: text, dependsOn: [text] },
      properties: {
        osProfile: { adminPassword: text, adminUsername: text, customData: text },
        ...{ vmSize: text, id: text, uri: text, commandToExecute: text },
        settings: { fileUris: [text] },
      },
    },
  ],
  outputs: { o: { type: "string", value: text } },
});

// Each of these has taken minutes, or forever, in one rule or another.
test.each([
  ["letters without end", repeated("a")],
  ["brackets that are never closed", repeated("[")],
  ["brackets with nothing in them", repeated("[]")],
  ["calls in calls", `${repeated("[concat(")}`],
  ["quotes", `[concat('${repeated("''")}')]`],
  ["blanks", `[concat(${repeated(" ")})]`],
  ["addresses in addresses", repeated("https://")],
  ["keys without values", repeated("AccountKey=")],
  ["signatures without values", repeated("?sig=")],
  ["ids in ids", repeated("resourceId(")],
  ["backslashes", repeated("\\")],
  ["a variable that asks for itself many times", `[${"variables('a'),".repeat(1000)}]`],
])("a template with %s is judged like any other", { timeout: 30_000 }, (_, text) => {
  const files = { "mainTemplate.json": templateWith(text) };
  expect(certifyPackage(packageOf(files), facts)).not.toEqual([]);
});

test("variables that double at every step are not multiplied out", { timeout: 30_000 }, () => {
  const files = { "mainTemplate.json": templateWith("[variables('v39')]", doubling) };
  expect(certifyPackage(packageOf(files), facts)).not.toEqual([]);
});
