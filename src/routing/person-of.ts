import type { PersonKey } from '../domain/person-key.js';
import type { Turn } from './turn.js';

/** Who sent a turn, as the channel says; null where it does not tell, and for guests, who have no rights anywhere. */
export function personOf({ sender, conversation }: Pick<Turn, 'sender' | 'conversation'>): PersonKey | null {
  if (sender.isGuest || sender.objectId === null || sender.objectId === '' || conversation.tenantId === '') return null;
  return { tenantId: conversation.tenantId.toLowerCase(), objectId: sender.objectId.toLowerCase() };
}

export const isSamePerson = (one: PersonKey, other: PersonKey): boolean =>
  one.tenantId === other.tenantId && one.objectId === other.objectId;
