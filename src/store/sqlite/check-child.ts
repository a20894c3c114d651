import { AppError } from '../../domain/app-error.js';
import type { CheckAnswer, CheckTask } from './check-in-child.js';
import { findStoreFaults } from './check-served-store.js';
import { toCopyError } from './copy-error.js';
import { takeCopy } from './take-copy.js';

/*
 * The process that copies a store, and looks a store or a copy through: seconds for a large one, in which the bot must not
 * stand still. It ends with the one who asked, who ends it.
 */
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function answer(task: CheckTask): Promise<CheckAnswer> {
  if ('store' in task)
    return { faults: await findStoreFaults(task.store).catch((error: unknown) => [reasonOf(error)]) };
  try {
    return await takeCopy(task.copyOf, task.to);
  } catch (cause) {
    const error = toCopyError(cause, task.to);
    return { code: error instanceof AppError ? error.code : 'unavailable', message: reasonOf(error) };
  }
}

process.once('message', (task: CheckTask) => {
  void answer(task).then((answered) => process.send?.(answered));
});
process.once('disconnect', () => process.exit());
