// Referent in Azure App Service: one Linux web app, one instance, and its registration as a bot. There is no secret: the
// web app proves who it is with a managed identity of its own.

@description('Names every resource of this file.')
@minLength(4)
@maxLength(20)
param resourceBaseName string

@description('Size of the App Service plan. Always On needs B1 or larger.')
param webAppSKU string = 'B1'

@description('Name of the bot as people see it.')
@maxLength(42)
param botDisplayName string = 'Referent'

@description('Entra tenants whose people may use the bot, separated by commas.')
param allowedTenants string = tenant().tenantId

@description('SharePoint hosts that files come from, separated by commas: contoso.sharepoint.com,contoso-my.sharepoint.com. Empty: no files.')
param fileHosts string = ''

param location string = resourceGroup().location

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: resourceBaseName
  location: location
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: resourceBaseName
  location: location
  kind: 'linux'
  sku: {
    name: webAppSKU
    // The store is one file that one process writes.
    capacity: 1
  }
  properties: {
    reserved: true
  }
}

resource webApp 'Microsoft.Web/sites@2023-12-01' = {
  name: resourceBaseName
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    siteConfig: {
      linuxFxVersion: 'NODE|22-lts'
      appCommandLine: 'node dist/main.js'
      // A cold start takes longer than Teams waits for the first answer.
      alwaysOn: true
      numberOfWorkers: 1
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      healthCheckPath: '/healthz'
      appSettings: [
        {
          name: 'MicrosoftAppType'
          value: 'UserAssignedMSI'
        }
        {
          name: 'MicrosoftAppId'
          value: identity.properties.clientId
        }
        {
          name: 'MicrosoftAppTenantId'
          value: identity.properties.tenantId
        }
        {
          name: 'REFERENT_ALLOWED_TENANTS'
          value: allowedTenants
        }
        {
          name: 'REFERENT_FILE_HOSTS'
          value: fileHosts
        }
        {
          name: 'REFERENT_HOST'
          value: '0.0.0.0'
        }
        {
          name: 'REFERENT_PORT'
          value: '8080'
        }
        {
          name: 'WEBSITES_PORT'
          value: '8080'
        }
        {
          // Kept when the app is deployed anew.
          name: 'REFERENT_DB'
          value: '/home/data/referent.db'
        }
        {
          name: 'NODE_ENV'
          value: 'production'
        }
        {
          // The database driver is compiled for the machine it runs on.
          name: 'SCM_DO_BUILD_DURING_DEPLOYMENT'
          value: 'true'
        }
        {
          // Built before it is sent; there only the packages are installed.
          name: 'CUSTOM_BUILD_COMMAND'
          value: 'npm ci --omit=dev'
        }
      ]
    }
  }
}

module botRegistration './botRegistration/azurebot.bicep' = {
  name: 'bot-registration'
  params: {
    resourceBaseName: resourceBaseName
    botDisplayName: botDisplayName
    identityClientId: identity.properties.clientId
    identityResourceId: identity.id
    identityTenantId: identity.properties.tenantId
    botAppDomain: webApp.properties.defaultHostName
  }
}

// Written to env/.env.<name> by Microsoft 365 Agents Toolkit.
output AZURE_APP_SERVICE_RESOURCE_ID string = webApp.id
output BOT_DOMAIN string = webApp.properties.defaultHostName
output BOT_ID string = identity.properties.clientId
