import type { Audience } from '../../src/domain/access.js';
import type { Answer } from '../../src/domain/answer.js';
import type { MeetingDocument } from '../../src/domain/meeting-document.js';
import { answerQuestion } from '../../src/features/decisions/answer-question.js';
import { analyseDocument } from '../../src/search/analyse-document.js';
import type { Register } from '../../src/store/ports/members.js';
import type { Store } from '../../src/store/ports.js';
import { toSave } from './sample-document.js';
import { openTemporaryStore } from './temporary-store.js';

export interface AskedArchive {
  store: Store;
  /** All of the forum's open items. */
  audience: Audience;
  /** Asks for that audience, or for another. @param before the question before */
  ask(question: string, asking?: { before?: string | undefined; audience?: Audience }): Promise<Answer>;
  remove(): Promise<void>;
}

/**
 * A store on disk with some minutes, that is asked at nine on a day.
 *
 * @param today ISO date
 * @param registerOf who is in the forum; absent: nobody is registered
 */
export async function openAskedArchive(
  documents: readonly MeetingDocument[],
  today: string,
  registerOf?: (forumId: string) => Register,
): Promise<AskedArchive> {
  const { store, remove } = await openTemporaryStore();
  const { id: forumId } = await store.forums.ensureForum('tenant', 'Chefforum');
  const audience: Audience = { forumIds: [forumId], sees: 'open' };
  if (registerOf !== undefined) {
    const change = { note: 'Registeret er lagt ind.', by: null, at: new Date('2024-01-01T08:00:00Z') };
    await store.members.saveRegister(forumId, registerOf(forumId), 0, change);
  }
  for (const document of documents)
    await store.minutes.saveDocument(toSave(forumId, document, { entries: analyseDocument(document) }));
  const clock = { now: () => new Date(`${today}T09:00:00Z`) };
  return {
    store,
    audience,
    ask: (question, { before, audience: whose = audience } = {}) =>
      answerQuestion({ ...store, clock }, question, whose, before),
    remove,
  };
}
