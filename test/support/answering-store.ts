import Database from 'better-sqlite3';
import { systemClock } from '../../src/domain/clock.js';
import type { Store } from '../../src/store/ports.js';
import { openStore } from '../../src/store/sqlite/open-store.js';
import { sampleAgenda } from './sample-agenda.js';
import { deadline, sampleAnswer, sampleRequest, sampleRespondent, sampleRound } from './sample-input.js';

/** Respondents among whom the answers are spread. */
const respondentCount = 1000;

/** Makes a store with a round that `write-answers.ts` answers. */
export async function makeAnsweringStore(file: string): Promise<void> {
  const store = await openStore({ file, clock: systemClock });
  const forum = await store.forums.ensureForum('home', 'Chefforum');
  const agenda = await store.agendas.createAgenda(sampleAgenda(forum.id), { note: 'Lavet', by: null, at: new Date() });
  const round = sampleRound(forum.id, { id: 'round', agendaId: agenda.id, deadlineAt: deadline });
  await store.input.openRound(
    {
      round,
      requests: [sampleRequest(round, null, { kind: 'stance' }, { id: 'request' })],
      respondents: Array.from({ length: respondentCount }, (_, number) =>
        sampleRespondent(round, `${number}`, { id: `respondent-${number}` }),
      ),
    },
    { messages: [], jobs: [], withdrawn: [] },
  );
  await store.close();
}

/** What a store holds of the answers written to it, read past the store's own code. */
export interface WrittenAnswers {
  /** Keys of answers, each as often as it stands there. */
  answers: string[];
  /** Keys of the messages that were to be saved with them. */
  messages: string[];
  integrity: unknown;
}

export function readWrittenAnswers(file: string): WrittenAnswers {
  const database = new Database(file);
  try {
    const list = (sql: string): string[] => database.prepare<[], string>(sql).pluck().all();
    return {
      answers: list('select nonce from input_answers order by nonce'),
      messages: list("select key from outgoing_messages where kind = 'test.answered' order by key"),
      integrity: database.pragma('integrity_check', { simple: true }),
    };
  } finally {
    database.close();
  }
}

/** Saves one answer to that round, with a message that says so, both under the key. */
export async function saveKeyedAnswer(
  store: Pick<Store, 'input'>,
  forumId: string,
  { key, number, text }: { key: string; number: number; text: string },
): Promise<void> {
  const respondent = sampleRespondent({ id: 'round' }, '', { id: `respondent-${number % respondentCount}` });
  const answer = sampleAnswer(
    { id: 'request' },
    respondent,
    { kind: 'stance', choice: 'remarks', text },
    { nonce: key },
  );
  const now = new Date('2026-11-20T10:00:00Z');
  const message = {
    key,
    kind: 'test.answered',
    recipient: { kind: 'forum_channel', forumId },
    payload: { number },
    action: 'create',
    slot: null,
    inThreadOf: null,
    dueAt: now,
    dropAfter: null,
  } as const;
  await store.input.saveAnswers([answer], now, { messages: [message], jobs: [], withdrawn: [] });
}
