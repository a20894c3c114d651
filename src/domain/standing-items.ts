import type { ItemKind } from './agenda-item.js';

/** Items every meeting opens and closes with; they hold no decision anyone looks for. */
export const standingKinds: ReadonlySet<ItemKind> = new Set(['approval', 'any_other_business']);

/**
 * Whether a case number is the forum's own for house-keeping, such as its meetings: it stands on standing items too, so what it
 * stands on has nothing in common and is no case.
 *
 * @param kinds of all the items it stands on.
 */
export const isHousekeeping = (kinds: Iterable<ItemKind>): boolean =>
  [...kinds].some((kind) => standingKinds.has(kind));
