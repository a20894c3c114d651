import { createRequire } from 'node:module';
import mappers from 'botframework-connector/lib/connectorApi/models/mappers.js';
import { AppError } from '../domain/app-error.js';

/**
 * Lets citations through to the wire.
 *
 * botbuilder 4.23.3 sends of an entity only `type`: its mapper lost the note that entities have further properties, so
 * the whole citation list is dropped without a word. Repaired upstream in microsoft/botbuilder-js#4903, never released.
 *
 * @throws AppError `conflict` when several copies of the connector are loaded, since only one of them is repaired.
 */
export function repairCitations(): void {
  assertOneConnector();
  Object.assign(mappers.Entity.type, { additionalProperties: { type: { name: 'Object' } } });
}

const mapperFile = /[\\/]botframework-connector[\\/]lib[\\/]connectorApi[\\/]models[\\/]mappers\.js$/;

function assertOneConnector(): void {
  const { cache } = createRequire(import.meta.url);
  const copies = Object.keys(cache).filter((file) => mapperFile.test(file));
  if (copies.length !== 1)
    throw new AppError('conflict', `${copies.length} copies of botframework-connector are loaded instead of one`);
}
