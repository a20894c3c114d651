import { onOneLine, shorten } from '../../../cards/shorten.js';
import type { InputAnswer, InputRequest, InputRequestSpec, InputValue } from '../../../domain/input.js';
import { rulesOf } from '../kinds/input-kinds.js';
import type { RequestStatus } from '../round/round-status.js';
import { formLines, mineLeads, minePhrases } from './my-phrases.js';
import type { Seat, Topic } from './seat.js';

const longestSummary = 100;
const between = ' · ';

/** The rules of a request's kind, whatever it is. */
interface AnyRules {
  summarise(spec: InputRequestSpec, value: InputValue, around: Pick<RequestStatus, 'entries'>): string;
}

/** One line of Danish: what an answer says. The value is of the request's kind, as the store keeps it. */
export function summarise(status: Pick<RequestStatus, 'request' | 'entries'>, value: InputValue): string {
  const { spec } = status.request;
  const rules = rulesOf(spec.kind) as AnyRules;
  return onOneLine(rules.summarise(spec, value, status));
}

/** What a topic is called to who sits in a place. */
export function titleOf({ isOnBehalf, respondent }: Pick<Seat, 'isOnBehalf' | 'respondent'>, { entry }: Topic): string {
  if (entry !== null) return onOneLine(entry.item.topic || entry.item.title);
  return isOnBehalf ? minePhrases.meetingOf(respondent.name) : minePhrases.meeting;
}

export const isAnswered = ({ requests }: Topic): boolean => requests.every(({ counting }) => counting !== null);
export const isOutdated = ({ requests }: Topic): boolean => requests.some((request) => request.isOutdated);
export const hasAnswer = ({ requests }: Topic): boolean =>
  requests.some(({ counting, late }) => counting !== null || (late !== null && late.value !== null));

const kindName = ({ request }: RequestStatus): string => formLines.kindNames[request.spec.kind];

function lateWord(status: RequestStatus): string[] {
  const { late } = status;
  if (late === null) return [];
  return [late.value === null ? minePhrases.lateWithdrawn : minePhrases.late(summarise(status, late.value))];
}

/** What was answered and what is missing, in words; the newest that came too late is told beside what counts. */
export function answerState({ requests }: Pick<Topic, 'requests'>): string {
  const counted = requests.flatMap((status) => {
    const value = status.counting?.value ?? null;
    return value === null ? [] : [summarise(status, value)];
  });
  const missing = requests.filter(({ counting, late }) => counting === null && (late === null || late.value === null));
  const parts = [
    ...(counted.length === 0 ? [] : [minePhrases.answered(counted.join(between))]),
    ...requests.flatMap(lateWord),
    ...(missing.length === 0
      ? []
      : [
          missing.length === requests.length
            ? minePhrases.missing
            : minePhrases.missingMore(missing.map(kindName).join(', ')),
        ]),
  ];
  return shorten(parts.join(between), longestSummary * 2);
}

/** How a topic stands for its respondent, in words. */
export const stateOf = (topic: Topic): string =>
  isOutdated(topic) ? `${minePhrases.outdated}${between}${answerState(topic)}` : answerState(topic);

/** "Punkt 2: ✓ Ingen bemærkninger." */
export const told = (topic: Topic): string =>
  topic.entry === null ? mineLeads.meeting(stateOf(topic)) : mineLeads.item(topic.entry.item.number, stateOf(topic));

export function versionsOf(seat: Pick<Seat, 'answers' | 'respondent'>, request: InputRequest): InputAnswer[] {
  return seat.answers.filter(
    ({ requestId, respondentId }) => requestId === request.id && respondentId === seat.respondent.id,
  );
}

/** Items to answer, and how many are; what is asked about the meeting is no item. */
export function countTopics({ topics }: Pick<Seat, 'topics'>): { answered: number; asked: number } {
  const items = topics.filter(({ entry }) => entry !== null);
  return { answered: items.filter(isAnswered).length, asked: items.length };
}
