// Offerpress on Azure: a Flex Consumption function app with managed identity everywhere,
// one data account, one account for reviewer callbacks, and one account per region.
targetScope = 'subscription'

@description('Short name; part of every resource name.')
@minLength(3)
@maxLength(11)
param name string

@description('Where the app itself runs.')
param location string

@description('Regions that live packages are replicated to; at least two.')
@minLength(2)
param regions array = [
  'westeurope'
  'eastus'
]

@description('Which publishing table new submissions follow.')
@allowed([
  '2018-01'
  '2018-12'
])
param defaultProcess string = '2018-01'

@description('ISO 3166 country whose public holidays are not business days.')
@minLength(2)
@maxLength(2)
param holidayCountry string = 'US'

@description('Client id of the Entra app registration whose tokens callers send; its app roles Reviewer and Operator are the staff of the marketplace.')
param apiClientId string

@description('Further audiences to accept, such as https://cloudpartner.azure.com for clients that cannot be told another.')
param extraAudiences array = []

@description('Node version of the worker.')
@allowed([
  '22'
  '24'
])
param nodeVersion string = '22'

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${name}'
  location: location
  tags: { 'azd-env-name': name }
}

module identity 'modules/identity.bicep' = {
  scope: group
  name: 'identity'
  params: { name: name, location: location }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  name: 'monitoring'
  params: { name: name, location: location, principalId: identity.outputs.principalId }
}

module runtime 'modules/storage.bicep' = {
  scope: group
  name: 'runtime-storage'
  params: {
    accountName: take('${name}rt${uniqueString(group.id)}', 24)
    location: location
    principalId: identity.outputs.principalId
    containers: [ 'app-package' ]
  }
}

module data 'modules/storage.bicep' = {
  scope: group
  name: 'data-storage'
  params: {
    accountName: take('${name}dt${uniqueString(group.id)}', 24)
    location: location
    principalId: identity.outputs.principalId
    containers: [ 'offers', 'uploads', 'packages', 'reports', 'catalogue' ]
  }
}

// Reviewers' systems hold a key to this account; nothing else may live in it.
module callbacks 'modules/storage.bicep' = {
  scope: group
  name: 'callback-storage'
  params: {
    accountName: take('${name}cb${uniqueString(group.id)}', 24)
    location: location
    principalId: identity.outputs.principalId
    queues: [ 'reviewer-callbacks', 'reviewer-callbacks-poison' ]
    allowSharedKeyAccess: true
  }
}

module regional 'modules/storage.bicep' = [
  for region in regions: {
    scope: group
    name: 'region-${region}'
    params: {
      accountName: take('${name}${uniqueString(group.id, region)}', 24)
      location: region
      principalId: identity.outputs.principalId
      containers: [ 'catalogue' ]
    }
  }
]

module app 'modules/function-app.bicep' = {
  scope: group
  name: 'app'
  params: {
    name: name
    location: location
    nodeVersion: nodeVersion
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    applicationInsightsConnectionString: monitoring.outputs.connectionString
    runtimeAccountName: runtime.outputs.accountName
    dataAccountName: data.outputs.accountName
    callbackAccountName: callbacks.outputs.accountName
    regions: [
      for (region, i) in regions: { name: region, accountName: regional[i].outputs.accountName }
    ]
    defaultProcess: defaultProcess
    holidayCountry: holidayCountry
    apiClientId: apiClientId
    extraAudiences: extraAudiences
  }
}

output AZURE_FUNCTION_APP_NAME string = app.outputs.appName
output APP_URL string = app.outputs.url
output DATA_ACCOUNT_NAME string = data.outputs.accountName
output RESOURCE_GROUP string = group.name
