import { findCopyFaults } from './check-copy.js';
import { findStoreFaults } from './check-served-store.js';
import type { Look } from './look-in-child.js';

/*
 * The process that looks a store or a copy through: seconds for a large one, in which the bot must not stand still. It ends
 * with the one who asked, who ends it.
 */
const lookAt = (look: Look): Promise<string[]> =>
  'copy' in look ? findCopyFaults(look.copy, look.contents) : findStoreFaults(look.store);

process.once('message', (look: Look) => {
  lookAt(look)
    .catch((error: unknown) => [error instanceof Error ? error.message : String(error)])
    .then((faults) => process.send?.({ faults }));
});
