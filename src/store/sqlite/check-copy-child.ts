import { findCopyFaults } from './check-copy.js';
import type { StoreContents } from './store-contents.js';

/* The process that looks a copy through: seconds for a large one, in which the bot must not stand still.
 * It ends with the one who asked. */
process.once('message', ({ file, contents }: { file: string; contents: StoreContents }) => {
  findCopyFaults(file, contents)
    .catch((error: unknown) => [error instanceof Error ? error.message : String(error)])
    .then((faults) => process.send?.({ faults }));
});
