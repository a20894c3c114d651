import { button, toButtonRows, verbs } from '../../../cards/button.js';
import { fillCard } from '../../../cards/fill-card.js';
import { splitSectionPages } from '../../../cards/section-pages.js';
import { takePage } from '../../../cards/take-page.js';
import { shortenToCost } from '../../../cards/text-cost.js';
import type { InputAnswer } from '../../../domain/input.js';
import { noIntents } from '../../../domain/outgoing-message.js';
import type { CardReply } from '../../../routing/reply.js';
import type { CardVerb } from '../../../routing/routes.js';
import type { CardActionTurn } from '../../../routing/turn.js';
import { refreshCards, wishedReminder } from '../input-intents.js';
import type { InputWork } from '../input-routes.js';
import type { RequestStatus } from '../round/round-status.js';
import { comingMeeting } from './coming-meeting.js';
import { readAgain } from './give-answers.js';
import { itemForm } from './item-form.js';
import { myInputCard, nextPause, type Shown, topicAt } from './my-input-card.js';
import { formLines, historyLines, mineLeads, mineReplies, mineTitles } from './my-phrases.js';
import { type Drawing, issueHandles, openPress, type Press, readInputPress, type Seat, type Topic } from './seat.js';
import { countTopics, summarise, titleOf, versionsOf } from './topic-state.js';
import { whyGone } from './why-gone.js';

async function showMine(work: InputWork, turn: CardActionTurn, press: Press): Promise<CardReply> {
  const { seat } = await openPress(work, turn, press, press.form ? 'input.form' : 'input.card');
  return myInputCard(work, seat, { page: press.page });
}

async function showForm(work: InputWork, turn: CardActionTurn, press: Press): Promise<CardReply> {
  const { seat, carried } = await openPress(work, turn, press, 'input.card');
  const topic = topicAt(seat, carried.topics, press.at);
  if (topic === undefined) return myInputCard(work, seat, { lead: mineReplies.itemGone });
  const gone = whyGone(seat.agenda, work.clock.now());
  return gone === undefined ? itemForm(work, seat, topic, { isAbsent: press.absent }) : { text: gone };
}

function versionText(status: RequestStatus, version: InputAnswer): string {
  const said = version.value === null ? historyLines.withdrawn : summarise(status, version.value);
  const when = version.isLate ? ` (${version.isAccepted ? historyLines.accepted : historyLines.late})` : '';
  return `${said}${when}`;
}

/** Every version a respondent's answers to a topic ever had, newest first. */
export async function historyCard(work: Drawing, seat: Seat, topic: Topic, asked: number): Promise<Shown> {
  const versions = topic.requests
    .flatMap((status) => versionsOf(seat, status.request).map((version) => ({ status, version })))
    // Of the same instant the later version first, too.
    .reverse()
    .sort((one, other) => other.version.answeredAt.getTime() - one.version.answeredAt.getTime());
  const sections = versions.map(({ status, version }) => ({
    heading: historyLines.version(version.answeredAt, version.answeredByName),
    text: versionText(status, version),
  }));
  const { entries, page, pageCount } = takePage(
    splitSectionPages(sections.length === 0 ? [{ heading: '', text: historyLines.none }] : sections),
    asked,
    1,
  );
  const handle = (await issueHandles(work, seat, { 'input.form': { topic: topic.id } }))('input.form');
  const turnTo = (title: string, to: number) => button(title, verbs.showInputHistory, { handle, page: to });
  const called = titleOf(seat, topic);
  const name = topic.entry === null ? called : formLines.title(topic.entry.item.number, called);
  const summary = `${historyLines.title}: ${shortenToCost(name, 150)}`;
  const card = fillCard('item', {
    summary,
    place: shortenToCost(comingMeeting(seat.agenda), 120),
    title: shortenToCost(summary, 250),
    hasOutcome: false,
    outcome: '',
    hasMeta: false,
    meta: '',
    sections: entries.flat(),
    hasPages: pageCount > 1,
    pageNote: historyLines.page(page, pageCount),
    pageRows: toButtonRows([
      ...(page > 1 ? [turnTo(historyLines.previousPage, page - 1)] : []),
      ...(page < pageCount ? [turnTo(historyLines.nextPage, page + 1)] : []),
    ]),
    buttonRows: toButtonRows([button(mineTitles.back, verbs.showMyInput, { handle, form: true })]),
  });
  return { card, summary };
}

async function showHistory(work: InputWork, turn: CardActionTurn, press: Press): Promise<CardReply> {
  const { seat, carried } = await openPress(work, turn, press, 'input.form');
  const topic = seat.topics.find(({ id }) => id === carried.topic);
  if (topic === undefined) return myInputCard(work, seat, { lead: mineReplies.itemGone });
  return historyCard(work, seat, topic, press.page);
}

async function pause(work: InputWork, turn: CardActionTurn, press: Press): Promise<CardReply> {
  const { seat, rights } = await openPress(work, turn, press, 'input.card');
  const { input, clock } = work;
  const { round, respondent, isOnBehalf } = seat;
  const { answered, asked } = countTopics(seat);
  if (answered === asked) return myInputCard(work, seat, { lead: mineReplies.nothingMissing });
  const next = nextPause(work, round.deadlineAt);
  if (next === undefined || round.state === 'closed')
    return myInputCard(work, seat, { lead: mineReplies.tooLateToRemind });
  if (isOnBehalf) return myInputCard(work, seat);
  const now = clock.now();
  const later = { ...respondent, remindNotBefore: next.at };
  const wished = wishedReminder(round, later, next.at);
  const cards = await refreshCards(work, round, [later], `paused:${next.at.toISOString()}`, now);
  await input.saveRespondents(round.id, { changed: [{ id: later.id, remindNotBefore: next.at }] }, now, {
    ...noIntents,
    ...wished,
    messages: [...wished.messages, ...cards],
  });
  return myInputCard(work, await readAgain(work, seat, rights), { lead: mineLeads.paused(next.at) });
}

/** Everything by which a chef looks at what they are asked, and says when to be reminded. */
export function createShowInputVerbs(work: InputWork): CardVerb[] {
  const of = (verb: string, run: (work: InputWork, turn: CardActionTurn, press: Press) => Promise<CardReply>) =>
    ({
      verb,
      read: readInputPress,
      run: (turn, press) => run(work, turn, press),
    }) satisfies CardVerb<Press> as CardVerb;
  return [
    of(verbs.showMyInput, showMine),
    of(verbs.showInputForm, showForm),
    of(verbs.showInputHistory, showHistory),
    of(verbs.pauseReminders, pause),
  ];
}
