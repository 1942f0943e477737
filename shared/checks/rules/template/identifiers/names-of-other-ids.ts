/** Endings of properties whose ids are not those of Azure resources. */
const endings = [
  // Directory objects
  ...["tenantId", "clientId", "servicePrincipalClientId", "appId", "ApplicationId", "objectId"],
  ...["extendedAceItemObjectId", "principalId", "groupId", "sid", "subscriptionId"],
  ...["roleDefinitionId", "userAssignedIdentityResourceId"],
  // Keys and policies
  ...["keyId", "keyVaultId", "keyVaultSecretId", "ruleId", "policyDefinitionReferenceId"],
  "policyDefinitionGuid",
  // Sizes, networks and other settings
  ...["workerSizeId", "targetWorkerSizeId", "nodeAgentSkuId", "requestedServiceObjectiveId"],
  ...["deploymentSpecId", "vlanId", "timezoneId", "StartingDeviceID", "firstPartyId"],
  "targetProtectionContainerId",
  // Monitoring, portal and interfaces
  ...["SyntheticMonitorId", "DataTypeId", "metricId", "detector.id", "menuId"],
  ...["defaultMenuItemId", "schemaId", "stepId", "dataCollectionEndpointId"],
  "dataCollectionRuleImmutableId",
  // Security content
  ...["contentId", "contentProductId", "connectorId", "parentId", "IllusiveIncidentId"],
  ...["UniqueFindingId", "detection_id", "open_id", "IndicatorId", "XDRCustomerID"],
  ...["TeamsChannelID", "channelId", "SAPAuditLogMessageID", "aws_iam_functionapp_id"],
  ...["operationId-ANCEndpointGetById", "operationId-DeleteDomainById"],
  ...["operationId-GetOrganizationId", "operationId-ProcessMetadataSearchByProcessGUID"],
  "operationId-SearchForProcessEventsByProcessGUID",
];
const ending = new RegExp(`(?:${endings.join("|").replaceAll(".", "\\.")})$`, "i");

/** Whether a property holds another kind of id; its name follows that of the one around it. */
export function isOtherId(name: string): boolean {
  return ending.test(name);
}
