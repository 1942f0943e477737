import type { RuleText } from "../rule.ts";

/** What makes a package eligible, and where and when that was written down. */
type Criterion = RuleText & { source: string };

const guide = "Guide to best practices for Azure application packages, 2018";
const limits = "Azure Resource Manager, limits of templates, as of 2026-11";
const types = "Azure resource providers, resource types and their API versions";

/** Where reviewers look for nested templates. */
export const folderOfTemplates = "nestedtemplates";

/** What the template around the appliance of the older managed-application layout deploys. */
export const applianceWrapper = {
  types: ["Microsoft.Solutions/appliances", "Microsoft.Solutions/applications"],
  kind: "Marketplace",
  properties: ["managedResourceGroupId", "publisherPackageId"],
} as const;

/** The eligibility criteria of template and package. */
export const criteria = {
  withinLimits: {
    id: "template-is-within-limits",
    title: "Templates are no larger than Azure takes",
    why: "A template beyond a limit is refused when a customer deploys it.",
    fix: "Move a part into a linked template, or let a copy loop take the place of repetition.",
    example: {
      bad: '{"copy":{"name":"disks","count":1000}}',
      good: '{"copy":{"name":"disks","count":800}}',
    },
    severity: "error",
    source: limits,
  },
  typesAreKnown: {
    id: "resource-types-are-known",
    title: "Resources are of types that Azure has",
    why: "Azure refuses a template with a type it does not have, or not any more.",
    fix: "Correct the resource type.",
    example: {
      bad: '{"type":"Microsoft.Storage/storageAcounts"}',
      good: '{"type":"Microsoft.Storage/storageAccounts"}',
    },
    severity: "warning",
    source: types,
  },
  versionsAreKnown: {
    id: "api-versions-are-known",
    title: "Resources have an API version that their type has",
    why: "Azure refuses a template with a version it does not have, wherever that came from.",
    fix: "Write an API version that the resource type has.",
    example: {
      bad: '{"type":"Microsoft.Storage/storageAccounts","apiVersion":"2025-06-31"}',
      good: '{"type":"Microsoft.Storage/storageAccounts","apiVersion":"2025-06-01"}',
    },
    severity: "warning",
    source: types,
  },
  parametersAreDescribed: {
    id: "parameters-are-described",
    title: "Every parameter says what it is for",
    why: "Customers who deploy the template by themselves see the description and nothing else.",
    fix: "Add metadata.description to the parameter.",
    example: {
      bad: '{"adminName":{"type":"string"}}',
      good: '{"adminName":{"type":"string","metadata":{"description":"Name of the administrator of the machines"}}}',
    },
    severity: "warning",
    source: guide,
  },
  locationIsFree: {
    id: "location-is-not-limited",
    title: "The location is not limited to a list",
    why: "A list of regions goes out of date, and keeps customers out of regions that would do.",
    fix: "Remove allowedValues from the parameter location; choose regions in createUiDefinition.json.",
    example: {
      bad: '{"location":{"type":"string","defaultValue":"[resourceGroup().location]","allowedValues":["eastus"]}}',
      good: '{"location":{"type":"string","defaultValue":"[resourceGroup().location]"}}',
    },
    severity: "warning",
    source: guide,
  },
  oneApiVersion: {
    id: "api-versions-are-uniform",
    title: "A template uses one API version of each resource type",
    why: "Two versions of one type behave differently, which nobody expects inside one template.",
    fix: "Use the newest of the API versions everywhere.",
    example: {
      bad: '[{"type":"Microsoft.Network/publicIPAddresses","apiVersion":"2023-09-01"},{"type":"Microsoft.Network/publicIPAddresses","apiVersion":"2024-05-01"}]',
      good: '[{"type":"Microsoft.Network/publicIPAddresses","apiVersion":"2024-05-01"},{"type":"Microsoft.Network/publicIPAddresses","apiVersion":"2024-05-01"}]',
    },
    severity: "warning",
    source: guide,
  },
  extensionsAreUpgraded: {
    id: "extensions-are-upgraded",
    title: "Extensions of virtual machines get their minor versions",
    why: "Corrections of an extension come as minor versions, and reach a machine only if it asks for them.",
    fix: 'Set "autoUpgradeMinorVersion": true.',
    example: {
      bad: '{"type":"Microsoft.Compute/virtualMachines/extensions","properties":{"type":"CustomScript"}}',
      good: '{"type":"Microsoft.Compute/virtualMachines/extensions","properties":{"type":"CustomScript","autoUpgradeMinorVersion":true}}',
    },
    severity: "warning",
    source: guide,
  },
  templatesAreInFolder: {
    id: "nested-templates-are-in-their-folder",
    title: "Nested templates have a folder of their own",
    why: "In the root of the package they are taken for templates that customers start with.",
    fix: `Move them to ${folderOfTemplates}/, and correct the links to them.`,
    example: {
      bad: "{\"uri\":\"[uri(parameters('_artifactsLocation'), 'network.json')]\"}",
      good: "{\"uri\":\"[uri(parameters('_artifactsLocation'), 'nestedtemplates/network.json')]\"}",
    },
    severity: "warning",
    source: guide,
  },
  applianceIsWrapped: {
    id: "appliance-is-wrapped",
    title: "The appliance's wrapper deploys one appliance of the marketplace",
    why: "In the older layout of managed applications, mainTemplate.json deploys nothing but the appliance; otherwise the marketplace cannot start it.",
    fix: `Let mainTemplate.json declare one ${applianceWrapper.types[0]} of kind ${applianceWrapper.kind}, with ${applianceWrapper.properties.join(" and ")}.`,
    example: {
      bad: '{"type":"Microsoft.Solutions/appliances","kind":"ServiceCatalog"}',
      good: '{"type":"Microsoft.Solutions/appliances","kind":"Marketplace","properties":{"managedResourceGroupId":"[parameters(\'managedResourceGroupId\')]","publisherPackageId":"contoso.ledger.standard.1.0.0"}}',
    },
    severity: "warning",
    source: "Packages of managed applications, 2018-12",
  },
} as const satisfies Readonly<Record<string, Criterion>>;
