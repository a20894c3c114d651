import { createHash } from 'node:crypto';
import { AppError } from '../../../domain/app-error.js';
import type { InputValue } from '../../../domain/input.js';
import { noIntents } from '../../../domain/outgoing-message.js';
import type { Rights } from '../../../routing/rights-of.js';
import type { AnswerToSave, SavedAnswer } from '../../../store/ports.js';
import { readRoundNow } from '../follow-round.js';
import { refreshCards } from '../input-intents.js';
import type { InputWork } from '../input-routes.js';
import type { RequestStatus } from '../round/round-status.js';
import { formLines } from './my-phrases.js';
import { refused, type Seat, seatIn } from './seat.js';
import { versionsOf } from './topic-state.js';

export interface Given {
  status: RequestStatus;
  /** null: withdrawn. */
  value: InputValue | null;
  /** Of the text it answers. */
  entryRevision: number;
}

export type GivenResult =
  | { isSaved: true; saved: SavedAnswer[]; seat: Seat }
  /** Danish: why nothing was saved. */
  | { isSaved: false; why: string };

/** The same press again, under whatever activity id, has the same nonce; another answer from the same form has another. */
const nonceOf = (press: string, { status, value }: Given): string =>
  createHash('sha256')
    .update(JSON.stringify([press, status.request.id, value]))
    .digest('base64url');

/** Whether it says what the newest version says, of the same text. */
function isNews(seat: Seat, { status, value, entryRevision }: Given): boolean {
  const newest = versionsOf(seat, status.request).at(-1);
  if (newest === undefined) return value !== null;
  return (
    JSON.stringify(newest.value) !== JSON.stringify(value) || (value !== null && newest.entryRevision < entryRevision)
  );
}

/** Whether it changes how many have answered all. A closed item still to be answered must not show in what everybody sees. */
function completes({ topics }: Seat, given: readonly Given[]): boolean {
  const requests = topics
    .filter(({ entry }) => entry !== null)
    .flatMap((topic) => topic.requests)
    .filter(({ request }) => request.access === 'open');
  const before = requests.every(({ counting }) => counting !== null);
  const after = requests.every((status) => {
    const change = given.find((one) => one.status.request.id === status.request.id);
    return change === undefined ? status.counting !== null : change.value !== null;
  });
  return before !== after;
}

/**
 * Saves answers, all of them or none, with what they set going. What is there already is not saved again.
 *
 * @param press what tells one press from another: a handle that was issued for one rendering of a card
 */
export async function giveAnswers(
  work: InputWork,
  seat: Seat,
  rights: Rights,
  given: readonly Given[],
  press: string,
): Promise<GivenResult> {
  const { input, clock, refreshAgendaCard, reportUnsaved } = work;
  const { round, respondent, agenda, person, name, isOnBehalf } = seat;
  const now = clock.now();
  const news = given.filter((one) => isNews(seat, one));
  if (news.length === 0) return { isSaved: true, saved: [], seat };
  const answers = news.map(
    (one): AnswerToSave => ({
      requestId: one.status.request.id,
      respondentId: respondent.id,
      value: one.value,
      answeredBy: person,
      answeredByName: name,
      isOnBehalf,
      entryRevision: one.entryRevision,
      nonce: nonceOf(press, one),
    }),
  );
  const occurrence = answers[0]?.nonce ?? press;
  try {
    const cards = await refreshCards(work, round, [respondent], occurrence, now);
    const tally = completes(seat, news) ? [refreshAgendaCard(agenda, `answered:${occurrence}`, now)] : [];
    const saved = await input.saveAnswers(answers, now, { ...noIntents, messages: [...cards, ...tally] });
    return { isSaved: true, saved, seat: withAnswers(seat, rights, saved) };
  } catch (error) {
    reportUnsaved(error);
    return { isSaved: false, why: (error instanceof AppError && error.reply) || formLines.tryAgain };
  }
}

/** The place as it is with these answers; what others did meanwhile shows with the next press. */
function withAnswers(seat: Seat, rights: Rights, saved: readonly SavedAnswer[]): Seat {
  const known = new Set(seat.answers.map(({ id }) => id));
  const added = saved.map(({ answer }) => answer).filter(({ id }) => !known.has(id));
  const again = seatIn({ ...seat, answers: [...seat.answers, ...added] }, seat.respondent, rights);
  if (again === undefined) throw refused();
  return again;
}

/** The same place, as it is now. */
export async function readAgain(work: InputWork, seat: Seat, rights: Rights): Promise<Seat> {
  const state = await readRoundNow(work, await work.input.getRound(seat.round.id), seat.respondent.id);
  const respondent = state.respondents.find(({ id }) => id === seat.respondent.id);
  const again = respondent === undefined ? undefined : seatIn(state, respondent, rights);
  if (again === undefined) throw refused();
  return again;
}
