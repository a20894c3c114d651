import { randomUUID } from 'node:crypto';
import type { AgendaEntry } from '../../src/domain/agenda.js';
import type {
  InputAnswer,
  InputRequest,
  InputRequestSpec,
  InputRound,
  InputValue,
  Respondent,
} from '../../src/domain/input.js';
import { noIntents } from '../../src/domain/outgoing-message.js';
import type { AnswerToSave, SavedAnswer, Store } from '../../src/store/ports.js';
import { personCalled } from './sample-agenda.js';

/** Monday 23 November 2026 at 12:00 on the forum's clock. */
export const deadline = new Date('2026-11-23T11:00:00Z');
export const opened = new Date('2026-11-18T08:00:00Z');

export const sampleRound = (forumId: string, changes: Partial<InputRound> = {}): InputRound => ({
  id: randomUUID(),
  forumId,
  agendaId: randomUUID(),
  state: 'open',
  visibility: 'secretariat',
  naming: 'person',
  deadlineAt: deadline,
  openedAt: opened,
  closedAt: null,
  remindHoursBefore: [24, 3],
  revision: 1,
  ...changes,
});

export const sampleRequest = (
  round: Pick<InputRound, 'id'>,
  entry: Pick<AgendaEntry, 'id'> | null,
  spec: InputRequestSpec = { kind: 'stance' },
  changes: Partial<InputRequest> = {},
): InputRequest => ({
  id: randomUUID(),
  roundId: round.id,
  entryId: entry?.id ?? null,
  access: 'open',
  spec,
  isWithdrawn: false,
  ...changes,
});

/** A chef known by a word, for the department of the same word. */
export const sampleRespondent = (
  round: Pick<InputRound, 'id'>,
  word: string,
  changes: Partial<Respondent> = {},
): Respondent => ({
  id: randomUUID(),
  roundId: round.id,
  person: personCalled(word),
  name: `${word} Holm`,
  title: null,
  departmentId: `department-${word}`,
  departmentName: `Afdeling ${word}`,
  seesClosed: false,
  delegate: null,
  delegateBy: 'register',
  remindNotBefore: null,
  hasLeft: false,
  ...changes,
});

export const sampleAnswer = (
  request: Pick<InputRequest, 'id'>,
  respondent: Pick<Respondent, 'id' | 'person' | 'name'>,
  value: InputValue | null = { kind: 'stance', choice: 'no_remarks', text: null },
  changes: Partial<AnswerToSave> = {},
): AnswerToSave => ({
  requestId: request.id,
  respondentId: respondent.id,
  value,
  answeredBy: respondent.person,
  answeredByName: respondent.name,
  isOnBehalf: false,
  entryRevision: 1,
  nonce: randomUUID(),
  ...changes,
});

/** An answer as the store gives it back. */
export const givenAnswer = (
  request: Pick<InputRequest, 'id'>,
  respondent: Pick<Respondent, 'id' | 'person' | 'name'>,
  value: InputValue,
  changes: Partial<InputAnswer> = {},
): InputAnswer => ({
  id: randomUUID(),
  requestId: request.id,
  respondentId: respondent.id,
  version: 1,
  value,
  answeredBy: respondent.person,
  answeredByName: respondent.name,
  isOnBehalf: false,
  isLate: false,
  isAccepted: false,
  isSetAside: false,
  entryRevision: 1,
  answeredAt: opened,
  ...changes,
});

/** Saves one answer that sets nothing going. */
export async function saveAnswer(
  { input }: Pick<Store, 'input'>,
  answer: AnswerToSave,
  at: Date,
): Promise<SavedAnswer> {
  const [saved] = await input.saveAnswers([answer], at, noIntents);
  if (saved === undefined) throw new Error('nothing was saved');
  return saved;
}
