// The function app on Flex Consumption. The blob trigger's Event Grid subscription is made by
// infra/modules/upload-events.bicep once the code is there: its webhook has to answer first.
param name string
param location string
param nodeVersion string
param identityId string
param identityClientId string
param applicationInsightsConnectionString string
param runtimeAccountName string
param dataAccountName string
param callbackAccountName string
@description('[{ name: region, accountName: account }]')
param regions array
param defaultProcess string
param holidayCountry string
@description('Client id of the app registration that stands for the API.')
param apiClientId string
param extraAudiences array

var appName = 'func-${name}-${uniqueString(resourceGroup().id)}'
// Tokens of the v2 and of the v1 endpoint name the same tenant differently.
var issuers = [
  '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
  'https://sts.windows.net/${tenant().tenantId}/'
]
var identitySettings = [
  { connection: 'AzureWebJobsStorage', account: runtimeAccountName }
  { connection: 'DATA_STORAGE', account: dataAccountName }
  { connection: 'CALLBACK_STORAGE', account: callbackAccountName }
]
var regionConnections = [
  for region in regions: {
    connection: 'REGION_STORAGE_${toUpper(region.name)}'
    account: region.accountName
  }
]
var connections = concat(identitySettings, regionConnections)
var accountSettings = [for c in connections: { name: '${c.connection}__accountName', value: c.account }]
var credentialSettings = [for c in connections: { name: '${c.connection}__credential', value: 'managedidentity' }]
var clientSettings = [for c in connections: { name: '${c.connection}__clientId', value: identityClientId }]

resource runtime 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: runtimeAccountName
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${name}'
  location: location
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  kind: 'functionapp'
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: appName
  location: location
  kind: 'functionapp,linux'
  tags: { 'azd-service-name': 'app' }
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: {
      minTlsVersion: '1.2'
      appSettings: concat(accountSettings, credentialSettings, clientSettings, [
        { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: applicationInsightsConnectionString }
        { name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING', value: 'ClientId=${identityClientId};Authorization=AAD' }
        { name: 'DURABLE_HUB', value: 'Offerpress' }
        { name: 'DEFAULT_PROCESS', value: defaultProcess }
        { name: 'HOLIDAY_COUNTRY', value: holidayCountry }
        { name: 'AUTH_ISSUERS', value: join(issuers, ',') }
        { name: 'AUTH_AUDIENCES', value: join(concat([apiClientId, 'api://${apiClientId}'], extraAudiences), ',') }
        { name: 'REGIONS', value: join(map(regions, region => region.name), ',') }
      ])
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${runtime.properties.primaryEndpoints.blob}app-package'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: { name: 'node', version: nodeVersion }
      scaleAndConcurrency: { instanceMemoryMB: 2048, maximumInstanceCount: 40 }
    }
  }
}

output appName string = app.name
output url string = 'https://${app.properties.defaultHostName}'
