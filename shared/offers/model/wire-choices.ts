/** A name or value on the wire that no public document fixes: what this service chose, and what else it takes. */
export interface WireChoice {
  readonly field: string;
  readonly chosen: string;
  readonly alsoTaken: string;
  readonly why: string;
}

/** Every such choice, in one place; code reads the values it needs from the constants below. */
export const wireChoices: readonly WireChoice[] = [
  {
    field: "skuType",
    chosen: "SolutionTemplate, ManagedApplication",
    alsoTaken: "any spelling with blanks or dashes, in any case, also with (Preview) after it",
    why: "The editor's labels and later clients' ids differ; their letters agree.",
  },
  {
    field: "offerTypeId",
    chosen: "microsoft-azure-applications",
    alsoTaken: "left out",
    why: "The prefix of the type's own keys, as clients send it.",
  },
  {
    field: "id",
    chosen: "the offer's id, as in the address",
    alsoTaken: "a GUID, kept as sent; or left out",
    why: "One page of the documentation shows a GUID there, the samples an id.",
  },
  {
    field: "leadDestination",
    chosen: "None, AzureTable, AzureBlob, DynamicsCRM, HttpsEndpoint, Marketo, Salesforce",
    alsoTaken: "table, blob, crm, https, with blanks or dashes, in any case",
    why: "Only None is documented; the rest is named after the configuration objects.",
  },
  {
    field: "keys inside the lead configurations",
    chosen:
      "connectionString, tableName, containerName; url, authentication, applicationId, applicationKey, directoryId, userName, password; httpsEndpointUri; serverId, munchkinId, formId; objectIdentifier",
    alsoTaken: "uri for url; munchkinAccountID, serverID, formID, applicationID, directoryID",
    why: "The names of the editor's inputs; the later API's names are taken too.",
  },
  {
    field: "microsoft-azure-marketplace-testdrive.*",
    chosen:
      "package, regions, durationHours, hotInstances, warmInstances, coldInstances, accessInformation, description, userManual, videos, subscriptionId, tenantId, applicationId, applicationKey",
    alsoTaken: "azureActiveDirectoryApplicationKey as a secret",
    why: "Only enabled and videos are known.",
  },
  {
    field: "monthlyPricing, monthlyPricingV2",
    chosen: '{"currency":"USD","single":n}, or {"individually":{"US":n}}',
    alsoTaken: '{"multiplier":{…the same…}}, and amounts by currency or by country at any depth',
    why: "Clients send a multiplier whose inside is unknown; every number in it is a price.",
  },
  {
    field: "screenshots[]",
    chosen: '{"name","imageUrl"}',
    alsoTaken: "the bare reference or address",
    why: "Clients send both.",
  },
  {
    field: "videos[]",
    chosen: '{"name","url","thumbnailUrl"}',
    alsoTaken: "the bare address",
    why: "No item was ever shown.",
  },
  {
    field: "certificationsAzureGovernment[]",
    chosen: '{"title","uri"}',
    alsoTaken: "the bare title",
    why: "As later clients send them.",
  },
  {
    field: "authorizations[]",
    chosen: '{"principalId","roleDefinitionId"}',
    alsoTaken: "",
    why: "The form of the resource that is made of them.",
  },
  {
    field: "policies[]",
    chosen: '{"policyName","policyDefinitionID","policyParameters","policySku"}',
    alsoTaken: "policyDefinitionId",
    why: "As later clients send them.",
  },
  {
    field: "allowedCustomerActions, allowedDataActions, deploymentMode, notificationEndpoint",
    chosen: "these names, in a package's entry; deploymentMode is Complete or Incremental",
    alsoTaken: "",
    why: "Settings of later clients that the first API had no names for.",
  },
  {
    field: "restrictedAudience",
    chosen: "its presence with entries makes the plan private",
    alsoTaken: "an entry without type is a subscription",
    why: "The flag's key is unknown.",
  },
  {
    field: "offerpress.publishingProcess",
    chosen: "2018-01 or 2018-12",
    alsoTaken: "left out: as the service is set up",
    why: "Ours: the two published tables differ.",
  },
  {
    field: "customAmendments",
    chosen: "an object, kept as it is",
    alsoTaken: "",
    why: "Its inside is unknown.",
  },
];
