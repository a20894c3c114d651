import type { Conversation } from './turn.js';

/** A conversation's id without the part that names a thread in a channel, which not every activity carries. */
export const placeOf = ({ id }: Pick<Conversation, 'id'>): string => id.split(';', 1)[0] ?? id;
