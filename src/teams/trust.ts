import { AuthenticationConstants, type ServiceClientCredentialsFactory } from 'botframework-connector';
import type { Identity } from '../config.js';
import type { FileAccess } from './file-access.js';
import { isLoopbackService, isTeamsService, type ServiceUrlCheck } from './service-url.js';

/**
 * Whom the bot believes and where it sends. Never read from the environment: a variable could then replace the root of
 * trust. Tests pass their own key server and connector here.
 */
export interface Trust {
  /** Where the channel's signing keys are described. */
  keyMetadataUrl: string;
  mayBeSentTo: ServiceUrlCheck;
  /** Where files may be; null: on the hosts the settings name. */
  fileAccess: FileAccess | null;
  /** How outgoing calls are signed; null: with the identity's secret or managed identity. */
  credentials: ServiceClientCredentialsFactory | null;
}

export function trustFor(identity: Identity): Trust {
  const mayBeSentTo = identity.kind === 'insecure_local' ? isLoopbackService : isTeamsService;
  const keyMetadataUrl = AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;
  return { keyMetadataUrl, mayBeSentTo, fileAccess: null, credentials: null };
}
