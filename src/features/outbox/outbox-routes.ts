import { inBothLanguages } from '../../routing/in-both-languages.js';
import type { Routes } from '../../routing/routes.js';
import type { MessageComposer } from '../../routing/unasked.js';
import { phrases } from './phrases.js';
import type { Sendings } from './sendings.js';
import {
  createResolveSendingVerb,
  createShowSendingsCommand,
  createShowSendingsVerb,
  createShowSendingVerb,
} from './show-sendings.js';
import { createTroubleComposer } from './trouble.composer.js';

export interface OutboxDependencies extends Omit<Sendings, 'titleOf'> {
  /** Those of all features, asked when they are needed. */
  composers(): readonly MessageComposer[];
}

/** Everything about the secretary's view of what is sent unasked. */
export function createOutboxRoutes(dependencies: OutboxDependencies): Pick<Routes, 'commands' | 'verbs' | 'composers'> {
  const titleOf = (kind: string): string =>
    dependencies.composers().find((composer) => composer.kind === kind)?.title ?? phrases.unknownKind;
  const sendings: Sendings = { ...dependencies, titleOf };
  return inBothLanguages({
    commands: [createShowSendingsCommand(sendings)],
    verbs: [createShowSendingsVerb(sendings), createShowSendingVerb(sendings), createResolveSendingVerb(sendings)],
    composers: [createTroubleComposer(sendings)],
  });
}
