import type { Clock } from '../../src/domain/clock.js';
import { createAudienceOf } from '../../src/features/members/audience-of.js';
import { createRightsOf } from '../../src/features/members/rights-of.js';
import { createRoutes } from '../../src/routes.js';
import type { Routes } from '../../src/routing/routes.js';
import type { Store } from '../../src/store/ports.js';

/** All that the bot does, on a store; nobody keeps a log, and no team is known. */
export function routesOn(store: Store, clock: Clock): Routes {
  const rightsOf = createRightsOf({ ...store, clock });
  return createRoutes({
    store,
    clock,
    rightsOf,
    audienceOf: createAudienceOf({ ...store, clock, rightsOf }),
    questionDays: 365,
    reportRemoved: () => undefined,
    reportUnkept: () => undefined,
    listTeam: async () => [],
  });
}
