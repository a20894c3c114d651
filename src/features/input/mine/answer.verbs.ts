import { verbs } from '../../../cards/button.js';
import type { CardReply } from '../../../routing/reply.js';
import type { CardVerb } from '../../../routing/routes.js';
import type { CardActionTurn } from '../../../routing/turn.js';
import type { InputWork } from '../input-routes.js';
import type { RawFields } from '../kinds/input-kind.js';
import type { RequestStatus } from '../round/round-status.js';
import { type Given, type GivenResult, giveAnswers } from './give-answers.js';
import { type FormDraft, itemForm, readForm, surroundingsOf } from './item-form.js';
import { myInputCard, topicAt } from './my-input-card.js';
import { mineLeads, minePhrases, mineReplies, restLines } from './my-phrases.js';
import { restOf } from './rest.js';
import { restCard } from './rest-card.js';
import { idsIn, openPress, type Press, type Pressed, readInputPress, type Seat, type Topic } from './seat.js';
import { countTopics, isAnswered, isOutdated, told, versionsOf } from './topic-state.js';
import { whyGone } from './why-gone.js';

type FormPress = Press & { fields: RawFields };

function readFormPress(data: unknown): FormPress {
  const press = readInputPress(data);
  const fields = typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as RawFields) : {};
  return { ...press, fields };
}

const topicOfForm = (seat: Seat, id: string): Topic | undefined => seat.topics.find((topic) => topic.id === id);

/** Of the answers that were written now; repeats wrote theirs before. */
const undoable = (result: Extract<GivenResult, { isSaved: true }>): string[] =>
  result.saved.map(({ answer }) => answer.id);

/** What is said when something was saved: the state as it is now, and that it came too late where it did. */
function leadOf(result: Extract<GivenResult, { isSaved: true }>, what: string): string {
  if (result.saved.length === 0) return mineLeads.unchanged(what);
  return result.saved.some(({ answer }) => answer.isLate) ? mineLeads.savedLate(what) : mineLeads.saved(what);
}

/** After an answer: a dialog closes with what was done, the card in the chat shows it. */
async function showState(
  work: InputWork,
  turn: CardActionTurn,
  seat: Seat,
  lead: string,
  undo: readonly string[] = [],
): Promise<CardReply> {
  if (turn.isInDialog !== true) return myInputCard(work, seat, { lead, undo });
  const { answered, asked } = countTopics(seat);
  return { text: `${lead} ${minePhrases.progress(answered, asked)}.` };
}

/** The next item that is still to be answered, after this one or from the top. */
function nextTopic(seat: Seat, { id }: Topic): Topic | undefined {
  const at = seat.topics.findIndex((topic) => topic.id === id);
  return [...seat.topics.slice(at + 1), ...seat.topics.slice(0, at)].find(
    (topic) => topic.entry !== null && !isAnswered(topic) && topic.requests.every(({ late }) => late === null),
  );
}

async function saveForm(work: InputWork, turn: CardActionTurn, press: FormPress): Promise<CardReply> {
  const { seat, carried, rights, handle } = await openPress(work, turn, press, 'input.form');
  const topic = topicOfForm(seat, carried.topic);
  if (topic === undefined) return myInputCard(work, seat, { lead: mineReplies.itemGone });
  const asked = idsIn(carried.requests);
  const requests = asked.flatMap((id) => topic.requests.find(({ request }) => request.id === id) ?? []);
  const again = (parts: Partial<FormDraft>) =>
    itemForm(work, seat, topic, { draft: { data: press.fields, faults: [], handle, ...parts } });
  const gone = whyGone(seat.agenda, work.clock.now());
  if (gone !== undefined) return again({ why: gone });
  if (requests.length < asked.length) return again({ why: mineReplies.itemGone });
  const { values, faults } = readForm(requests, press.fields, await surroundingsOf(work, seat, { requests }));
  if (faults.length > 0) return again({ faults });
  const given = values.map((one): Given => ({ ...one, entryRevision: carried.revision }));
  const result = await giveAnswers(work, seat, rights, given, handle);
  if (!result.isSaved) return again({ why: result.why });
  const now = topicOfForm(result.seat, topic.id) ?? topic;
  const hasMoved = (now.entry?.revision ?? 0) > carried.revision;
  if (hasMoved && carried.topic !== 'meeting')
    return itemForm(work, result.seat, now, { lead: mineLeads.changedMeanwhile });
  const lead = leadOf(result, told(now));
  const next = press.next ? nextTopic(result.seat, topic) : undefined;
  if (next !== undefined) return itemForm(work, result.seat, next, { lead });
  return showState(work, turn, result.seat, lead, undoable(result));
}

/** Answers that a press gives without a form. */
async function giveAtOnce(
  work: InputWork,
  turn: CardActionTurn,
  { seat, rights }: Pressed,
  given: readonly Given[],
  press: string,
  leadFor: (result: Extract<GivenResult, { isSaved: true }>) => string,
): Promise<CardReply> {
  const gone = whyGone(seat.agenda, work.clock.now());
  if (gone !== undefined) return { text: gone };
  const result = await giveAnswers(work, seat, rights, given, press);
  if (!result.isSaved) return { text: `${result.why} ${minePhrases.notSaved}` };
  return showState(work, turn, result.seat, leadFor(result), undoable(result));
}

const revisionOf = ({ entry }: RequestStatus): number => entry?.revision ?? 0;

async function markSeen(work: InputWork, turn: CardActionTurn, press: Press): Promise<CardReply> {
  const opened = await openPress(work, turn, press, 'input.card');
  const topic = topicAt(opened.seat, opened.carried.topics, press.at);
  if (topic === undefined) return myInputCard(work, opened.seat, { lead: mineReplies.itemGone });
  const given = topic.requests
    .filter(({ request, counting }) => request.spec.kind === 'acknowledge' && counting === null)
    .map(
      (status): Given => ({
        status,
        value: { kind: 'acknowledge', wantsDiscussion: false, text: null },
        entryRevision: revisionOf(status),
      }),
    );
  return giveAtOnce(work, turn, opened, given, `${opened.handle} seen`, (result) => {
    const now = topicOfForm(result.seat, topic.id) ?? topic;
    return leadOf(result, told(now));
  });
}

async function withdraw(work: InputWork, turn: CardActionTurn, press: Press): Promise<CardReply> {
  const opened = await openPress(work, turn, press, 'input.form');
  const topic = topicOfForm(opened.seat, opened.carried.topic);
  if (topic === undefined) return myInputCard(work, opened.seat, { lead: mineReplies.itemGone });
  const given = topic.requests
    .filter(({ request }) => versionsOf(opened.seat, request).length > 0)
    .map((status): Given => ({ status, value: null, entryRevision: revisionOf(status) }));
  // The same form may be saved from once more and withdrawn again, which is another press.
  const newest = topic.requests.map(({ request }) => versionsOf(opened.seat, request).length).join('.');
  return giveAtOnce(work, turn, opened, given, `${opened.handle} withdraw ${newest}`, (result) => {
    const now = topicOfForm(result.seat, topic.id) ?? topic;
    return leadOf(result, told(now));
  });
}

/** Puts back, for each answer that is still the newest, the version before it. */
async function undo(work: InputWork, turn: CardActionTurn, press: Press): Promise<CardReply> {
  const opened = await openPress(work, turn, press, 'input.undo');
  const { seat, carried } = opened;
  const ids = idsIn(carried.answers);
  const given = seat.topics.flatMap(({ requests }) =>
    requests.flatMap((status): Given[] => {
      const versions = versionsOf(seat, status.request);
      const newest = versions.at(-1);
      if (newest === undefined || !ids.includes(newest.id)) return [];
      const before = versions.at(-2);
      return [{ status, value: before?.value ?? null, entryRevision: before?.entryRevision ?? revisionOf(status) }];
    }),
  );
  return giveAtOnce(work, turn, opened, given, `undo ${carried.answers}`, (result) => {
    if (given.length === 0) return mineLeads.nothingToUndo;
    const topics = result.seat.topics.filter(({ requests }) =>
      requests.some(({ request }) => given.some(({ status }) => status.request.id === request.id)),
    );
    const [only] = topics;
    const what = topics.length === 1 && only !== undefined ? told(only) : mineLeads.undoneMany(topics.length);
    return result.saved.some(({ answer }) => answer.isLate) ? mineLeads.savedLate(what) : mineLeads.undone(what);
  });
}

/** "Svaret står ved magt": the same answer, to the text as it is now. */
async function stands(work: InputWork, turn: CardActionTurn, press: Press): Promise<CardReply> {
  const opened = await openPress(work, turn, press, press.form ? 'input.form' : 'input.card');
  const topics = opened.seat.topics.filter(
    (topic) => isOutdated(topic) && (!press.form || topic.id === opened.carried.topic),
  );
  const given = topics.flatMap(({ requests }) =>
    requests
      .filter(({ isOutdated: isOld, counting }) => isOld && counting !== null)
      .map((status): Given => ({ status, value: status.counting?.value ?? null, entryRevision: revisionOf(status) })),
  );
  const numbers = topics.map(({ entry }) => entry?.item.number ?? 0).join(', ');
  return giveAtOnce(work, turn, opened, given, `${opened.handle} stands`, (result) =>
    leadOf(result, mineLeads.stands(numbers)),
  );
}

async function showRest(work: InputWork, turn: CardActionTurn, press: Press): Promise<CardReply> {
  const { seat } = await openPress(work, turn, press, 'input.card');
  const rest = restOf(seat);
  if (rest.given.length === 0) return { text: restLines.none };
  return restCard(work, seat, rest);
}

async function answerRest(work: InputWork, turn: CardActionTurn, press: Press): Promise<CardReply> {
  const opened = await openPress(work, turn, press, 'input.rest');
  const shown = idsIn(opened.carried.requests);
  // What was answered on another device since it was shown stays as it is.
  const given = restOf(opened.seat).given.filter(({ status }) => shown.includes(status.request.id));
  return giveAtOnce(work, turn, opened, given, `${opened.handle} rest`, (result) =>
    result.saved.length === 0
      ? mineLeads.restDone
      : leadOf(result, mineLeads.restSaved(new Set(given.map(({ status }) => status.request.entryId)).size)),
  );
}

const inputVerb = <P extends Press>(
  verb: string,
  read: (data: unknown) => P,
  run: (turn: CardActionTurn, press: P) => Promise<CardReply>,
): CardVerb<P> => ({ verb, read, run });

/** Everything by which a chef answers, changes and takes back. */
export function createAnswerVerbs(work: InputWork): CardVerb[] {
  const of = (
    verb: string,
    run: (work: InputWork, turn: CardActionTurn, press: Press) => Promise<CardReply>,
  ): CardVerb => inputVerb(verb, readInputPress, (turn, press) => run(work, turn, press)) as CardVerb;
  return [
    inputVerb(verbs.saveInput, readFormPress, (turn, press) => saveForm(work, turn, press)) as CardVerb,
    of(verbs.markSeen, markSeen),
    of(verbs.withdrawInput, withdraw),
    of(verbs.undoInput, undo),
    of(verbs.inputStands, stands),
    of(verbs.showRest, showRest),
    of(verbs.answerRest, answerRest),
  ];
}
