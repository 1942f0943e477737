using 'main.bicep'

param name = readEnvironmentVariable('AZURE_ENV_NAME', 'offerpress')
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')
param apiClientId = readEnvironmentVariable('OFFERPRESS_API_CLIENT_ID')
