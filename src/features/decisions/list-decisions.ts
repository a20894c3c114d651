import { formatDate, formatLongDate } from '../../danish/date-format.js';
import { standingKinds } from '../../domain/standing-items.js';
import type { Query } from '../../search/query.js';
import type { MeetingSummary } from '../../store/ports.js';
import type { MeetingContext } from './answer-about-meeting.js';
import { type ListedFind, tellList } from './answer-as-list.js';
import { answerWithDecision } from './answer-decision.js';
import { toStoredItem } from './archive.js';
import { phrases } from './phrases.js';
import { hasTopic, namesSomething, type Question } from './read-question.js';
import type { Told } from './told.js';

/** More meetings than a year has; who asks for more is told that these are the newest. */
const mostMeetings = 40;

const decides =
  /(?<!\p{L})(?:beslut\p{L}*|vedt[ao]g\p{L}*|bestemt\p{L}*|afgjort|aftalt\p{L}*|konkluder\p{L}*|nyt|skete?|sket)(?!\p{L})/u;
/** Whatever was on: of several meetings what became of it is told, of one its agenda. */
const covers =
  /(?<!\p{L})(?:lavede|lavet|drøftede?|drøftet|behandlede?|behandlet|talte?|snakke\p{L}*|arbejde\p{L}*|oppe)(?!\p{L})/u;
const lists = /(?<!\p{L})(?:dagsorden\p{L}*|punkter|sager)(?!\p{L})/u;

const isSince = /(?<!\p{L})siden(?!\p{L})/iu;

/** Nothing but a time is said: the decisions of its meetings are asked for. */
function asksForDecisions({ question, named }: MeetingContext): boolean {
  if (hasTopic(question) || question.itemNumber !== undefined || question.caseNumbers.length > 0) return false;
  if (question.asked === 'news') return true;
  const text = question.text.toLowerCase();
  // "hvad besluttede vi?" that goes on from nothing is asked of the newest meeting.
  const isOfNewest = question.asked === 'decision' && !question.isFollowUp && !namesSomething(question);
  if (named !== undefined && named.length > 1 && covers.test(text)) return true;
  return (named !== undefined || isOfNewest) && decides.test(text) && !lists.test(text);
}

/** Which meetings: those of the time that is named; else the newest. */
const meetingsOf = ({ named, meetings }: MeetingContext): readonly MeetingSummary[] => named ?? meetings.slice(0, 1);

/** Every word of such a question is about the time, so none of them may choose among a decision's sentences. */
export const aboutAll = ({ found }: MeetingContext): Query => ({ ...found.query, concepts: [], dates: [] });

async function decisionsOf(context: MeetingContext, meeting: MeetingSummary): Promise<ListedFind[]> {
  const stored = await context.minutes.getMeeting(context.audience, meeting.id);
  return stored.document.items
    .filter(({ kind }) => !standingKinds.has(kind))
    .flatMap((item) => {
      const decided = answerWithDecision(toStoredItem(stored, item), context.question, aboutAll(context));
      const [source] = decided?.sources ?? [];
      return decided === undefined || source === undefined
        ? []
        : [{ source, says: `${item.topic}: ${decided.firstLine}` }];
    });
}

function opening(question: Question, meetings: readonly MeetingSummary[], decisionCount: number): string {
  const [only] = meetings;
  if (meetings.length === 1 && only !== undefined)
    return phrases.decisionsOfMeeting(
      decisionCount,
      formatLongDate(only.date),
      question.period === undefined && question.dates.length === 0,
    );
  return phrases.decisionsOfMeetings(decisionCount, meetings.length);
}

/** No meeting was held in the time asked for; the newest before it is offered. */
export function noneHeld({ question, meetings }: MeetingContext): Told {
  const { period } = question;
  const [newest] = period === undefined ? meetings : meetings.filter(({ date }) => date < period.from);
  const isOpenEnded = period !== undefined && !meetings.some(({ date }) => date > period.to);
  const [day] = question.dates.filter(({ term }) => /^(?:dato|dag):/.test(term));
  const missing = day === undefined ? phrases.noMeetingsThen : phrases.meetingNotFound(day.label);
  const text = isOpenEnded ? phrases.noMeetingsSince(formatDate(period.from)) : missing;
  const suggestions =
    newest === undefined
      ? []
      : [
          {
            meetingId: newest.id,
            meetingDate: newest.date,
            forum: newest.forum,
            itemNumber: null,
            title: newest.forum,
          },
        ];
  return { status: 'not_found', intent: 'news', text, sources: [], suggestions };
}

/**
 * "hvad er nyt siden sommerferien", "hvad besluttede vi på de sidste tre møder": every decision of those meetings, newest first.
 * Undefined where something else is asked.
 */
export async function listDecisions(context: MeetingContext): Promise<Told | undefined> {
  if (!asksForDecisions(context)) return undefined;
  const { question } = context;
  const meetings = meetingsOf(context);
  if (meetings.length === 0) return noneHeld(context);
  const shown = meetings.slice(0, mostMeetings);
  const finds: ListedFind[] = [];
  for (const meeting of shown) finds.push(...(await decisionsOf(context, meeting)));
  if (finds.length === 0) return undefined;
  const told = tellList(opening(question, shown, finds.length), finds);
  const remarks = meetings.length > shown.length ? [phrases.newestMeetingsOnly(shown.length, meetings.length)] : [];
  const intent = question.asked === 'news' || isSince.test(question.text) ? 'news' : question.intent;
  return { ...told, intent, text: [told.text, ...remarks].join('\n'), ...(remarks.length > 0 && { remarks }) };
}
