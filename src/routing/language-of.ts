import type { Language } from '../domain/language.js';
import type { Turn } from './turn.js';

/**
 * The language somebody is answered in: English where their client speaks it, Danish else. Where others read along, and in what
 * can be put into any conversation, always Danish. A client may say anything here, so nothing but words depends on it.
 */
export const languageOf = ({ locale, conversation, ...turn }: Pick<Turn, 'locale' | 'conversation'>): Language =>
  conversation.kind === 'personal' && !('kind' in turn && turn.kind === 'search') && /^en(?:[-_]|$)/i.test(locale ?? '')
    ? 'en'
    : 'da';
