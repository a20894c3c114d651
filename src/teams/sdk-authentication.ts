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
  type ConnectorClient,
  type ConnectorFactory,
  type ServiceClientCredentialsFactory,
  type UserTokenClient,
} from 'botframework-connector';
import type { Identity } from '../config.js';
import { AppError } from '../domain/app-error.js';
import { BoundedCache } from '../domain/bounded-cache.js';
import type { ChannelClaims } from './door.js';
import type { ServiceUrlCheck } from './service-url.js';
import { type Connections, ownConnections, sendOnce } from './single-send.js';
import type { Trust } from './trust.js';

/** Teams has a service for each part of the world; an installation hears from one or two. */
const keptClients = 20;

/**
 * The SDK's authentication with every connector made to send once, and only to trusted services. The SDK makes its clients
 * anew at every turn; here they are kept, since all of them speak as the one bot.
 */
export class SdkAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #mayBeSentTo: ServiceUrlCheck;
  readonly #sendTimeoutMs: number;
  readonly #connections: Connections;
  readonly #clients = new BoundedCache<string, ConnectorClient>(keptClients, () => 1);
  #userTokenClient: UserTokenClient | undefined;

  constructor(
    { mayBeSentTo }: Trust,
    credentials: ServiceClientCredentialsFactory,
    sendTimeoutMs: number,
    connections: Connections,
  ) {
    // No options, so that the SDK uses its own constants. `process.env` must never be given here: variables in it would
    // replace the key server and the issuer.
    super({}, credentials);
    this.#mayBeSentTo = mayBeSentTo;
    this.#sendTimeoutMs = sendTimeoutMs;
    this.#connections = connections;
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

  /** Referent signs nobody in, but the SDK wants one for every turn. */
  override async createUserTokenClient(claimsIdentity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#userTokenClient ??= await super.createUserTokenClient(claimsIdentity);
    return this.#userTokenClient;
  }

  #guard(factory: ConnectorFactory): ConnectorFactory {
    const once = sendOnce(factory, this.#sendTimeoutMs, this.#connections);
    return {
      create: async (serviceUrl, audience) => {
        if (!this.#mayBeSentTo(serviceUrl)) throw new AppError('forbidden', 'the service is not one to send to');
        const service = JSON.stringify([serviceUrl, audience]);
        const known = this.#clients.get(service);
        if (known !== undefined) return known;
        const client = await once.create(serviceUrl, audience);
        this.#clients.put(service, client);
        return client;
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
  connections: Connections = ownConnections,
): Promise<SdkAuthentication> {
  const credentials = trust.credentials ?? credentialsFor(identity);
  const isOpen = await credentials.isAuthenticationDisabled();
  if (isOpen !== (identity.kind === 'insecure_local'))
    throw new AppError('forbidden', 'the SDK does not authenticate as the settings say');
  return new SdkAuthentication(trust, credentials, sendTimeoutMs, connections);
}
