import { expect, test } from "vitest";
import { grounds, hasRealPackages, plantFault, type Edit } from "../support/plant-fault.ts";

type Plant = (template: any, isMain: boolean) => Edit | undefined;

const isDeployment = ({ type }: any) => type === "Microsoft.Resources/deployments";
const isOwn = (resource: any) => !isDeployment(resource) && resource.properties !== undefined;
const isPlaced = (resource: any) => isOwn(resource) && resource.location !== undefined;
const isStorage = ({ type }: any) => type === "Microsoft.Storage/storageAccounts";
const isMachine = ({ type }: any) => type === "Microsoft.Compute/virtualMachines";
const isScript = ({ type }: any) => type === "Microsoft.Compute/virtualMachines/extensions";
const isOuter = ({ properties }: any) =>
  properties?.template !== undefined &&
  !/inner/i.test(properties.expressionEvaluationOptions?.scope ?? "");

/** Writes a value into the first resource that fits; the fault is there or further in. */
const inResource =
  (fits: (resource: any) => boolean, path: string, value: unknown, ...below: Edit["path"]): Plant =>
  ({ resources }) => {
    const at = resources.findIndex(fits);
    const whole = ["resources", at, ...path.split(".")];
    return at < 0 ? undefined : { path: whole, value, at: [...whole, ...below] };
  };
const inAny = (text: string) => inResource(() => true, "comments", text);
const inOuter = (value: string) =>
  inResource(isOuter, "properties.template.metadata", { planted: value }, "planted");
const inOwn = (value: object, ...below: string[]) =>
  inResource(isOwn, "properties.planted", value, ...below);
const declared =
  (path: string[], value: unknown, ...below: string[]) =>
  (): Edit => ({ path, value, at: [...path, ...below] });
const inOutput = (value: string): Plant => {
  const path = ["outputs", "planted"];
  return () => ({ path, value: { type: "string", value }, at: [...path, "value"] });
};
/** Changes a property of the first parameter of a type that has it, or has it not. */
const inParameter =
  (type: RegExp, property: string, value: unknown, isThere = false): Plant =>
  ({ parameters = {} }) => {
    const fits = (it: any) => type.test(it.type) && property in it === isThere;
    const name = Object.keys(parameters).find((it) => fits(parameters[it]));
    return name === undefined ? undefined : { path: ["parameters", name, property], value };
  };
/** Plants an expression that asks for the first secure parameter. */
const withSecret =
  (plant: (expression: string) => Plant): Plant =>
  (template, isMain) => {
    const parameters = template.parameters ?? {};
    const name = Object.keys(parameters).find((it) => /^secure/i.test(parameters[it].type));
    return name === undefined
      ? undefined
      : plant(`[concat(parameters('${name}'))]`)(template, isMain);
  };
const mismatched: Plant = ({ resources }) => {
  for (const [at, { properties = {} }] of resources.entries()) {
    for (const name of Object.keys(properties.template?.parameters ?? {})) {
      if (!/^\[parameters\('\w+'\)\]$/.test(properties.parameters?.[name]?.value)) continue;
      if (properties.template.parameters[name].type !== "string" || isOuter(resources[at]))
        continue;
      const path = ["resources", at, "properties", "template", "parameters", name, "type"];
      return { path, value: "array" };
    }
  }
  return undefined;
};
const artifacts: Plant = (_, isMain) => {
  const value = { ...parameter, defaultValue: "[deployment().properties.templateLink.uri]" };
  return isMain ? { path: ["parameters", "_artifactsLocation"], value } : undefined;
};
const command = withSecret((commandToExecute) => {
  const value = { type: "CustomScript", settings: { commandToExecute } };
  return inResource(isScript, "properties", value, "settings", "commandToExecute");
});
const image = { offer: "a", sku: "9-Preview" };
const parameter = { type: "string", defaultValue: "a", metadata: { description: "Planted." } };
const schemas = "https://schema.management.azure.com/schemas";
const storage = "resourceId('Microsoft.Storage/storageAccounts', 'abc')";
const location = "Location-Should-Not-Be-Hardcoded";
const used = "Parameters-Must-Be-Referenced";
const placed = "Resources-Should-Have-Location";

/** How many templates each fault is planted in. */
const tries = 4;
const faults: [string, Plant, ...string[]][] = [
  ["adminUsername-Should-Not-Be-A-Literal", inResource(isOwn, "properties.adminUsername", "root")],
  ["adminPassword-Should-Not-Be-A-Literal", inResource(isOwn, "properties.AdminPassword", "Pw-1")],
  [
    "adminPassword-Should-Not-Be-A-Literal",
    declared(["variables", "adminPassword"], "[x"),
    "Variables-Must-Be-Referenced",
  ],
  ["apiVersions-Should-Be-Recent", inResource(isStorage, "apiVersion", "2015-06-15")],
  ["apiVersions-Should-Be-Recent", inResource(() => true, "apiVersion", "latest")],
  ["apiVersions-Should-Be-Recent", inResource(() => true, "apiVersion", 2020)],
  [
    "apiVersions-Should-Be-Recent-In-Reference-Functions",
    inOutput(`[reference(${storage}, '2015-06-15').primaryEndpoints.blob]`),
  ],
  ["artifacts-parameter", artifacts, "Parameters-Must-Be-Referenced"],
  [
    "CommandToExecute-Must-Use-ProtectedSettings-For-Secrets",
    command,
    used,
    "Variables-Must-Be-Referenced",
  ],
  ["DependsOn-Best-Practices", inResource(isOwn, "dependsOn", ["[concat('a', 'b')]"], 0)],
  ["DependsOn-Best-Practices", inResource(isOwn, "dependsOn", ["[if(true(), 'a', 'b')]"], 0)],
  [
    "Deployment-Resources-Must-Not-Be-Debug",
    inResource(isDeployment, "properties.debugSetting", { detailLevel: "All" }, "detailLevel"),
  ],
  ["DeploymentTemplate-Must-Not-Contain-Hardcoded-Uri", inAny("at https://management.azure.com/")],
  ["DeploymentTemplate-Must-Not-Contain-Hardcoded-Uri", inOwn({ a: "b.vault.azure.net" }, "a")],
  [
    "DeploymentTemplate-Schema-Is-Correct",
    declared(["$schema"], `${schemas}/2014-04-01-preview/deploymentTemplate.json#`),
  ],
  [
    "Dynamic-Variable-References-Should-Not-Use-Concat",
    inAny("[variables(concat('a', parameters('b')))]"),
  ],
  [
    "IDs-Should-Be-Derived-From-ResourceIDs",
    inResource(isOwn, "properties.subnetId", "/subscriptions/0/resourceGroups/a/providers/b/c/d"),
  ],
  [location, inResource(isPlaced, "location", "[resourceGroup().location]"), used],
  [location, inResource(isPlaced, "location", "westus"), placed, used],
  [
    "ManagedIdentityExtension-must-not-be-used",
    inResource(isOwn, "properties.publisher", "ManagedIdentityExtensionForLinux"),
  ],
  ["Min-And-Max-Value-Are-Numbers", inParameter(/^int$/i, "minValue", "one")],
  ["Min-And-Max-Value-Are-Numbers", inParameter(/^int$/i, "maxValue", "9", true)],
  ["Outputs-Must-Not-Contain-Secrets", inOutput(`[listKeys(${storage}, '2025-06-01').keys[0]]`)],
  ["Outputs-Must-Not-Contain-Secrets", withSecret(inOutput)],
  [
    "Outputs-Must-Not-Contain-Secrets",
    declared(["outputs", "osPassword"], { type: "string", value: "a" }),
  ],
  ["Parameter-Types-Should-Be-Consistent", mismatched],
  ["Parameters-Must-Be-Referenced", declared(["parameters", "planted"], parameter)],
  [
    "Password-params-must-be-secure",
    declared(["parameters", "dbPassword"], parameter, "type"),
    used,
  ],
  [
    "providers_apiVersions-Is-Not-Permitted",
    inAny("[providers('Microsoft.Compute', 'disks').apiVersions[0]]"),
  ],
  ["ResourceIds-should-not-contain", inAny("[resourceId(resourceGroup().name, 'A.B/c', 'd')]")],
  ["ResourceIds-should-not-contain", inAny("[reference(concat('A.B/c/', 'd'))]")],
  ["Secure-Params-In-Nested-Deployments", withSecret(inOuter)],
  ["Secure-Params-In-Nested-Deployments", inOuter(`[listKeys(${storage}, '2025-06-01')]`)],
  [
    "Secure-String-Parameters-Cannot-Have-Default",
    inParameter(/^secureString$/i, "defaultValue", "Pw-1"),
  ],
  ["Template-Should-Not-Contain-Blanks", inResource(isOwn, "properties.zones", [])],
  ["Template-Should-Not-Contain-Blanks", inOwn({ a: 1, b: { c: null } }, "b", "c")],
  ["URIs-Should-Be-Properly-Constructed", inOwn({ Uri: "[concat('https://a/', 'b')]" }, "Uri")],
  ["Variables-Must-Be-Referenced", declared(["variables", "planted"], "a")],
  [
    "Virtual-Machines-Should-Not-Be-Preview",
    inResource(isMachine, "properties.storageProfile.imageReference", image, "sku"),
    used,
    "Variables-Must-Be-Referenced",
  ],
  ["VM-Size-Should-Be-A-Parameter", inResource(isOwn, "properties.vmSize", "Standard_D2_v3")],
];

if (!hasRealPackages) {
  test("no real packages are on this machine, so no faults were planted", () => {
    console.warn("no real packages: the rules were not tried on planted faults");
  });
} else {
  const all = await grounds();
  const cases = faults.flatMap(([rule, plant, ...companions], at) =>
    all
      .map((ground) => ({ ground, edit: plant(ground.template, ground.path.length === 0) }))
      .filter(({ edit }) => edit !== undefined)
      .filter((_, place, { length }) => place % Math.ceil(length / tries) === 0)
      .map((ground) => ({ rule, at, companions, ...ground })),
  );
  test.each(cases)(
    "$rule finds fault $at in $ground.name",
    ({ rule, companions, ground, edit }) => {
      if (edit === undefined) return;
      const { found, line } = plantFault(ground, edit);
      const others = found.filter((it) => !companions.some((name) => it.startsWith(`${name} `)));
      expect(others).toEqual([`${rule} in line ${String(line)}`]);
    },
  );
  test("every rule on templates has a fault planted", () => {
    expect([...new Set(cases.map(({ at }) => at))]).toEqual(faults.map((_, at) => at));
  });
}
