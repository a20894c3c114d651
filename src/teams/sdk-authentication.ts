import {
  type Activity,
  CallerIdConstants,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  ClaimsIdentity,
  type ConnectorFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { Identity } from '../config.js';
import { AppError } from '../domain/app-error.js';
import type { ChannelClaims } from './door.js';
import type { ServiceUrlCheck } from './service-url.js';
import { sendOnce } from './single-send.js';
import type { Trust } from './trust.js';

/** The SDK's authentication with every connector made to send once, and only to trusted services. */
export class SdkAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #mayBeSentTo: ServiceUrlCheck;
  readonly #sendTimeoutMs: number;

  constructor({ mayBeSentTo }: Trust, credentials: ServiceClientCredentialsFactory, sendTimeoutMs: number) {
    // No options, so that the SDK uses its own constants. `process.env` must never be given here: variables in it would
    // replace the key server and the issuer.
    super({}, credentials);
    this.#mayBeSentTo = mayBeSentTo;
    this.#sendTimeoutMs = sendTimeoutMs;
  }

  /** What the SDK would have found out of a token that was checked at the door; it is not asked again. */
  vouchFor({ audience, serviceUrl }: ChannelClaims): AuthenticateRequestResult {
    const claims = [
      { type: AuthenticationConstants.AudienceClaim, value: audience },
      { type: AuthenticationConstants.ServiceUrlClaim, value: serviceUrl },
    ];
    const claimsIdentity = new ClaimsIdentity(claims, true);
    return {
      audience: AuthenticationConstants.ToChannelFromBotOAuthScope,
      callerId: CallerIdConstants.PublicAzureChannel,
      claimsIdentity,
      connectorFactory: this.createConnectorFactory(claimsIdentity),
    };
  }

  /** For the local mode alone, where nobody has a token. */
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
