import type { CardActionTurn, Conversation, InstalledTurn, MessageTurn, Sender } from '../../src/routing/turn.js';

const conversation: Conversation = { id: 'personal-1', kind: 'personal', tenantId: 'tenant', teamId: null };
const sender: Sender = { id: '29:ida', objectId: 'ida', isGuest: false };
const base = { activityId: 'activity', conversation, sender, locale: 'da-DK', reference: null };

export const messageTurn = (text: string, changes: Partial<MessageTurn> = {}): MessageTurn => ({
  ...base,
  kind: 'message',
  text,
  ...changes,
});

export const pressTurn = (verb: string, data: unknown): CardActionTurn => ({
  ...base,
  kind: 'card_action',
  verb,
  data,
});

export const installedTurn = (): InstalledTurn => ({ ...base, kind: 'installed' });
