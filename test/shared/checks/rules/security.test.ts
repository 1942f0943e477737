import { describe, expect, it } from "vitest";
import { certify, goodTemplate } from "../../support/small-package.ts";

const resources = (...more: object[]) => ({
  template: { resources: [...goodTemplate.resources, ...more] },
});
const found = (rule: string, ...more: object[]) =>
  certify(resources(...more)).filter(({ ruleId }) => ruleId === rule);
const inbound = (rule: object) => ({
  type: "Microsoft.Network/networkSecurityGroups",
  properties: {
    securityRules: [{ properties: { access: "Allow", direction: "Inbound", ...rule } }],
  },
});
const role = (id: string) => ({
  type: "Microsoft.Authorization/roleAssignments",
  properties: {
    roleDefinitionId: `[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${id}')]`,
  },
});
const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
const script = (variable: object) => ({
  type: "Microsoft.Resources/deploymentScripts",
  properties: { environmentVariables: [{ name: "TOKEN", ...variable }] },
});
const fetched = (uri: string) => ({
  type: "Microsoft.Compute/virtualMachines/extensions",
  properties: { settings: { fileUris: [uri] } },
});
const linked = (uri: string) => ({
  type: "Microsoft.Resources/deployments",
  properties: { templateLink: { uri } },
});

const defined = (properties: object) => ({
  type: "Microsoft.Solutions/applicationDefinitions",
  properties,
});

describe("security", () => {
  it.each<[string, object, string]>([
    [
      "public-network-is-restricted",
      inbound({ sourceAddressPrefix: "*", destinationPortRange: "22" }),
      "port 22",
    ],
    [
      "public-network-is-restricted",
      inbound({ sourceAddressPrefixes: ["Internet"], destinationPortRanges: ["80", "3000-4000"] }),
      "port 3000-4000",
    ],
    ["transport-is-encrypted", { properties: { httpsOnly: false } }, "httpsOnly"],
    ["transport-is-encrypted", { properties: { minimumTlsVersion: "TLS1_0" } }, "minimumTls"],
    ["blobs-are-not-public", { properties: { allowBlobPublicAccess: true } }, "allowBlob"],
    ["blobs-are-not-public", { properties: { publicAccess: "Container" } }, "publicAccess"],
    ["role-assignments-are-narrow", role(owner), "Owner"],
    ["managed-applications-are-locked", defined({ lockLevel: "none" }), "not locked"],
    [
      "managed-applications-are-locked",
      defined({ lockingPolicy: { allowedActions: ["*/read", "*"] } }),
      "allows *.",
    ],
    [
      "managed-applications-are-locked",
      defined({ authorizations: [{ roleDefinitionId: owner }] }),
      "Owner",
    ],
    [
      "remote-code-is-pinned",
      fetched("https://raw.githubusercontent.com/contoso/app/main/a.sh"),
      "raw.githubusercontent.com",
    ],
    [
      "script-settings-hold-no-secrets",
      script({ value: "[listKeys('x', '2020-01-01').keys[0].value]" }),
      "environmentVariables",
    ],
    ["linked-templates-are-in-the-package", linked("https://contoso.example/a.json"), "outside"],
    [
      "linked-templates-are-in-the-package",
      linked("[uri(parameters('_artifactsLocation'), 'nested/gone.json')]"),
      "nested/gone.json",
    ],
  ])("%s finds %j, at its place", (rule, resource, said) => {
    const findings = found(rule, resource);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      severity: "warning",
      file: "mainTemplate.json",
      line: expect.any(Number),
      message: expect.stringContaining(said),
      jsonPath: expect.stringContaining("resources[1]"),
    });
  });

  it.each<[string, object]>([
    [
      "public-network-is-restricted",
      inbound({ sourceAddressPrefix: "10.0.0.0/8", destinationPortRange: "22" }),
    ],
    [
      "public-network-is-restricted",
      inbound({ sourceAddressPrefix: "*", destinationPortRange: "443" }),
    ],
    [
      "public-network-is-restricted",
      inbound({ access: "Deny", sourceAddressPrefix: "*", destinationPortRange: "*" }),
    ],
    ["transport-is-encrypted", { properties: { httpsOnly: true, minTlsVersion: "1.2" } }],
    ["blobs-are-not-public", { properties: { publicAccess: "None" } }],
    ["role-assignments-are-narrow", role("ba92f5b4-2d11-453d-a403-e96b0029c9fe")],
    [
      "managed-applications-are-locked",
      defined({ lockLevel: "ReadOnly", lockingPolicy: { allowedActions: ["*/read"] } }),
    ],
    [
      "remote-code-is-pinned",
      fetched(`https://raw.githubusercontent.com/contoso/app/${"a".repeat(40)}/a.sh`),
    ],
    ["remote-code-is-pinned", fetched("[uri(parameters('_artifactsLocation'), 'scripts/a.sh')]")],
    ["script-settings-hold-no-secrets", script({ secureValue: "[parameters('token')]" })],
    ["linked-templates-are-in-the-package", linked("[uri(parameters('x'), parameters('y'))]")],
  ])("%s has nothing against %j", (rule, resource) => {
    expect(found(rule, resource)).toEqual([]);
  });
});
