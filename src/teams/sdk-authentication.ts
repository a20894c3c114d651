import type { Activity } from 'botbuilder';
import {
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder-core';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  type ClaimsIdentity,
  type ConnectorFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { CallerIdConstants } from 'botframework-schema';
import type { Identity } from '../config.js';
import { AppError } from '../domain/app-error.js';
import type { ServiceUrlCheck } from './service-url.js';
import { sendOnce } from './single-send.js';
import type { Trust } from './trust.js';

/** The SDK's authentication with every connector made to send once, and only to trusted services. */
export class SdkAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #mayBeSentTo: ServiceUrlCheck;
  readonly #sendTimeoutMs: number;

  constructor(trust: Trust, credentials: ServiceClientCredentialsFactory, sendTimeoutMs: number) {
    super(sdkOptions(trust), credentials);
    this.#mayBeSentTo = trust.mayBeSentTo;
    this.#sendTimeoutMs = sendTimeoutMs;
  }

  override async authenticateRequest(activity: Activity, authHeader: string): Promise<AuthenticateRequestResult> {
    const result = await super.authenticateRequest(activity, authHeader);
    return result.connectorFactory === undefined
      ? result
      : { ...result, connectorFactory: this.#guard(result.connectorFactory) };
  }

  override createConnectorFactory(claimsIdentity: ClaimsIdentity): ConnectorFactory {
    return this.#guard(super.createConnectorFactory(claimsIdentity));
  }

  #guard(factory: ConnectorFactory): ConnectorFactory {
    const once = sendOnce(factory, this.#sendTimeoutMs);
    return {
      create: async (serviceUrl, audience) => {
        if (!this.#mayBeSentTo(serviceUrl)) throw new AppError('forbidden', 'the service is not one to send to');
        return once.create(serviceUrl, audience);
      },
    };
  }
}

/**
 * What the SDK is configured with: nothing, so that it uses its own constants. `process.env` must never be given here,
 * since variables in it would replace the key server and the issuer.
 */
function sdkOptions({ openIdMetadataUrl }: Trust): ConfigurationBotFrameworkAuthenticationOptions {
  if (openIdMetadataUrl === null) return {};
  // Setting one option makes the SDK expect all of them.
  return {
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
    ToBotFromChannelTokenIssuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
    ToBotFromEmulatorOpenIdMetadataUrl: AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
    ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
    ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
    OAuthUrl: AuthenticationConstants.OAuthUrl,
    CallerId: CallerIdConstants.PublicAzureChannel,
  };
}

function credentialsFor(identity: Identity): ServiceClientCredentialsFactory {
  switch (identity.kind) {
    case 'insecure_local':
      return new ConfigurationServiceClientCredentialFactory({});
    case 'single_tenant':
      return new ConfigurationServiceClientCredentialFactory({
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppId: identity.appId,
        MicrosoftAppPassword: identity.appPassword,
        MicrosoftAppTenantId: identity.tenantId,
      });
    case 'managed_identity':
      return new ConfigurationServiceClientCredentialFactory({
        MicrosoftAppType: 'UserAssignedMSI',
        MicrosoftAppId: identity.appId,
        MicrosoftAppTenantId: identity.tenantId,
      });
  }
}

/** @throws AppError `forbidden` when the SDK would accept everyone although an identity is configured. */
export async function createSdkAuthentication(
  identity: Identity,
  trust: Trust,
  sendTimeoutMs: number,
): Promise<SdkAuthentication> {
  const credentials = trust.credentials ?? credentialsFor(identity);
  const isOpen = await credentials.isAuthenticationDisabled();
  if (isOpen !== (identity.kind === 'insecure_local'))
    throw new AppError('forbidden', 'the SDK does not authenticate as the settings say');
  return new SdkAuthentication(trust, credentials, sendTimeoutMs);
}
