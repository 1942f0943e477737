import { writePackage } from "../../shared/packages/write-package.ts";

const resource = (name: string) => ({
  type: "Microsoft.Resources/deployments",
  apiVersion: "2025-04-01",
  name,
  properties: {
    mode: "Incremental",
    template: {
      $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
      contentVersion: "1.0.0.0",
      resources: [],
    },
  },
});

const mainTemplate = (resources: readonly object[]) => ({
  $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  contentVersion: "1.0.0.0",
  parameters: {
    location: {
      type: "string",
      defaultValue: "[resourceGroup().location]",
      metadata: { description: "Where to deploy." },
    },
  },
  variables: {},
  resources,
  outputs: { location: { type: "string", value: "[parameters('location')]" } },
});

const createUiDefinition = {
  $schema:
    "https://schema.management.azure.com/schemas/0.1.2-preview/CreateUIDefinition.MultiVm.json#",
  handler: "Microsoft.Azure.CreateUIDef",
  version: "0.1.2-preview",
  parameters: { basics: [], steps: [], outputs: { location: "[location()]" } },
};

const file = (path: string, content: unknown) => ({
  path,
  bytes: new TextEncoder().encode(JSON.stringify(content, null, 2)),
});

/** The zip of a plan's package; `tracked: false` leaves out the usage-tracking resource, `extra` adds or replaces files. */
export async function aPackage({
  tracked = true,
  extra = {},
}: { tracked?: boolean; extra?: Record<string, unknown> } = {}): Promise<Uint8Array> {
  const resources = tracked ? [resource("pid-contoso-mail-partnercenter")] : [];
  const files = {
    "mainTemplate.json": mainTemplate(resources),
    "createUiDefinition.json": createUiDefinition,
    ...extra,
  };
  const { bytes } = await writePackage(
    Object.entries(files).map(([path, content]) => file(path, content)),
  );
  return bytes;
}

/** The zip of a Test Drive package; `parameters` replace the fillable one. */
export async function aTestDrivePackage(
  parameters: object = { sessionId: { type: "string", metadata: { type: "sessionId" } } },
): Promise<Uint8Array> {
  const outputs = { url: { type: "string", value: "https://contoso.example" } };
  const template = { ...mainTemplate([]), parameters, outputs };
  const { bytes } = await writePackage([file("main-template.json", template)]);
  return bytes;
}
