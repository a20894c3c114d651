import { formatDate } from '../../danish/date-format.js';
import type { AnswerSource } from '../../domain/answer.js';
import type { AnswerContext } from './answer-from-items.js';
import { listComingMeetings } from './archive.js';
import { phrases } from './phrases.js';
import type { Question } from './read-question.js';
import { notFound, type Told } from './told.js';

const nextMeeting =
  /(?<!\p{L})(?:(?:næste|kommende|førstkommende) (?:\p{L}*mødet?|gang|chefforum|dagsorden)|mødes (?:vi|chefforum) (?:igen|næste))(?!\p{L})/u;

/** "hvornår er næste møde", "hvad skal vi på næste gang": nothing but the coming meeting is named. */
const isAboutNextMeeting = (question: Question): boolean =>
  !question.isFollowUp &&
  question.words.every(({ weak, unit }) => weak || /^(?:dagsorden|program)/.test(unit.folded)) &&
  question.itemNumber === undefined &&
  nextMeeting.test(question.text.toLowerCase());

/** When the coming meeting is and what is on, by its agenda; that nobody knows yet, where there is none. */
export async function answerComingMeeting(context: AnswerContext): Promise<Told | undefined> {
  const { question, today, minutes, audience } = context;
  if (!isAboutNextMeeting(question)) return undefined;
  const coming = (await listComingMeetings(context, audience)).filter(({ date }) => date >= today);
  const next = coming.toSorted((one, other) => one.date.localeCompare(other.date))[0];
  if (next === undefined) return { ...notFound(phrases.noNextMeeting), intent: 'upcoming' };
  const { document, fileName } = await minutes.getMeeting(audience, next.id);
  const source: AnswerSource = {
    meetingId: next.id,
    meetingDate: next.date,
    forum: next.forum,
    itemNumber: null,
    title: next.forum,
    section: 'other',
    quote: document.items.map(({ title }) => title).join('\n'),
    file: fileName,
  };
  const topics = document.items.map(({ topic }) => topic);
  const firstLine = phrases.nextMeetingOn(formatDate(next.date), document.startTime, document.place);
  const rest = topics.length === 0 ? '' : ` ${phrases.agendaOf(next.date, topics)}`;
  return { status: 'answered', intent: 'upcoming', text: firstLine + rest, firstLine, sources: [source] };
}
