import { toLocalTime } from '../../danish/date-format.js';
import { prepareDanish } from '../../danish/prepare-danish.js';
import type { Audience } from '../../domain/access.js';
import type { Answer } from '../../domain/answer.js';
import type { Clock } from '../../domain/clock.js';
import { runInTurns } from '../../domain/steps.js';
import type { ArchiveLists, MeetingSummary, MinutesStore, SearchIndex } from '../../store/ports.js';
import { answerAboutReferent } from './about-referent.js';
import { answerAboutMeeting, listMeetingItems } from './answer-about-meeting.js';
import { answerComingMeeting } from './answer-coming-meeting.js';
import { type AnswerContext, answerFromItems, suggestItems } from './answer-from-items.js';
import { answerItemByNumber } from './answer-item-by-number.js';
import { type AnswerOne, answerWishes } from './answer-wishes.js';
import {
  type DepartmentSource,
  foundItemsOf,
  listDepartments,
  listHeldMeetings,
  listMeetingDates,
  searchedIn,
} from './archive.js';
import { askAboutWhat } from './ask-about-what.js';
import { askWhichDepartment, askWhichMeeting } from './ask-which.js';
import { type AttendanceContext, countAttendance } from './count-attendance.js';
import { type FoundEntries, findEntries } from './find-entries.js';
import { findOfficeHolder, tellWhoSomebodyIs } from './find-office-holder.js';
import { listDecisions } from './list-decisions.js';
import { listOutcomes, type OutcomeContext } from './list-outcomes.js';
import { listPromises, type PromiseContext } from './list-promises.js';
import { meanPerson } from './mean-person.js';
import { namedMeetings, searchedPeriod } from './named-meetings.js';
import { phrases } from './phrases.js';
import { hasTopic, namesSomething, type Question, readQuestion, saysNothing, topicOf } from './read-question.js';
import type { Signals } from './signals.js';
import { notFound, type Told } from './told.js';
import { type Find, type Understood, understandQuestion } from './understand-question.js';

export interface AnswerDeps {
  search: SearchIndex;
  minutes: MinutesStore;
  /** For what was promised, of whomever, what ended in one way, and how often somebody came. */
  lists: Pick<ArchiveLists, 'listCommitments' | 'listDecisions' | 'listAbsences' | 'listParticipants'>;
  clock: Clock;
  /** The register, for the departments' names through the years; absent where there is none. */
  members?: DepartmentSource;
  /** Told what each verdict rests on; for fitting its weights. */
  onSignals?: (signals: Signals) => void;
}

/** Decided before anything is looked up: the answer is the same whether there is such an item or not. */
const closedWords =
  /(?<!\p{L})(?:lukkede? (?:punkt|sag|del|møde)|(?:hvilke|alle|nogen|mange) (?:punkter|sager|emner) (?:\p{L}+ ){0,3}lukkede(?!\p{L})|(?:for|bag) lukkede døre)/u;

/** What a meeting is asked about by; no other word need be found. */
const speaksOfMeeting =
  /(?<!\p{L})(?:møde\p{L}*|punkter(?:ne)?|sager(?:ne)?|referat\p{L}*|dagsorden\p{L}*|vi)(?!\p{L})/iu;

/** No meeting was held that day, but the item that was found speaks of it ("mødet den 19. februar er flyttet"). */
const isWrittenOf = (date: Question['dates'][number], { query, ranked: [best] }: FoundEntries): boolean =>
  best?.missedDates === 0 &&
  query.dates.some(({ term, found }) => term === date.term && found) &&
  query.concepts.some((concept, index) => concept.kind === 'word' && (best.matches[index] ?? 0) > 0);

/** What can be said before anything of the finds is read. */
function refuseAtOnce(question: Question, meetings: readonly MeetingSummary[], audience: Audience): Told | undefined {
  if (saysNothing(question)) return notFound(phrases.empty);
  if (!/\p{Script=Latin}|\d/u.test(question.text)) return notFound(phrases.otherScript);
  if (meetings.length === 0) return notFound(phrases.noMinutes);
  if (audience.sees === 'open' && closedWords.test(question.text.toLowerCase())) return notFound(phrases.closedItem);
  return undefined;
}

/** "hvad skete der på mødet den 3. maj?", where no meeting was held then. */
async function missMeeting(context: AnswerContext): Promise<Told | undefined> {
  const { question, named, found } = context;
  if (named?.length !== 0) return undefined;
  const meant = question.dates.find((date) => date.ofMeeting && date.term.startsWith('dato:'));
  if (meant !== undefined && !isWrittenOf(meant, found)) return notFound(phrases.meetingNotFound(meant.label));
  const asksForMeetings = question.period !== undefined && !hasTopic(question) && speaksOfMeeting.test(question.text);
  return asksForMeetings ? notFound(phrases.noMeetingsThen, await suggestItems(context, found.ranked)) : undefined;
}

/** What the meeting itself answers: who came, where it was, what was on. */
async function tellOfMeeting(context: AnswerContext): Promise<Told | undefined> {
  const answer =
    (await findOfficeHolder(context)) ??
    (await tellWhoSomebodyIs(context)) ??
    (await answerAboutMeeting(context)) ??
    (await listMeetingItems(context));
  if (answer === undefined) return undefined;
  const { answered, text, sources } = answer;
  return answered
    ? { status: 'answered', text, sources }
    : notFound(text, await suggestItems(context, context.found.ranked));
}

const tell = async (context: AnswerContext & PromiseContext & OutcomeContext & AttendanceContext): Promise<Told> =>
  refuseAtOnce(context.question, context.meetings, context.audience) ??
  (await answerComingMeeting(context)) ??
  (await listPromises(context)) ??
  (await listOutcomes(context)) ??
  (await countAttendance(context)) ??
  (await missMeeting(context)) ??
  askWhichMeeting(context) ??
  (await answerItemByNumber(context, context.today, await listMeetingDates(context, context.audience))) ??
  (await listDecisions(context)) ??
  (await tellOfMeeting(context)) ??
  (await askAboutWhat(context)) ??
  (await answerFromItems(context));

function toAnswer(question: Question, meetings: readonly MeetingSummary[], told: Told): Answer {
  const { intent, isFollowUp } = question;
  const searched = searchedIn(topicOf(question), meetings);
  return { intent, suggestions: [], searched, ...(isFollowUp && { isFollowUp }), ...told };
}

const withRemark = (told: Told, remark: string): Told =>
  remark === '' || told.status === 'maybe'
    ? told
    : {
        ...told,
        firstLine: told.firstLine ?? told.text,
        text: `${told.text} ${remark}`,
        remarks: [...(told.remarks ?? []), remark],
      };

/**
 * Answers a question in Danish from the stored minutes, and from nothing else.
 *
 * Every quote is letter for letter from the section it cites. `answered`: the first source answers; `maybe`: the sources
 * are what may have been meant; `not_found`: the archive does not say, with the nearest topics as suggestions.
 *
 * @param context The question asked just before in the same conversation, for follow-ups.
 */
export async function answerQuestion(
  deps: AnswerDeps,
  question: string,
  audience: Audience,
  context?: string,
): Promise<Answer> {
  await runInTurns(prepareDanish());
  const today = toLocalTime(deps.clock.now()).date;
  const meetings = await listHeldMeetings(deps, audience);
  const aboutReferent = answerAboutReferent(question, meetings);
  if (aboutReferent !== undefined) return aboutReferent;
  const { departments, synonyms } = await listDepartments(deps.members, audience);
  const find: Find = (asked) => findEntries(deps.search, audience, asked, searchedPeriod(asked, meetings), synonyms);
  const foundItems = await foundItemsOf(deps.search, audience, today, synonyms);
  const understand = (wish: string, before: string | undefined) =>
    understandQuestion(wish, before, today, find, foundItems);
  const answerRead = async ({ question: asked, found }: Understood): Promise<Told> => {
    const named = namedMeetings(asked, meetings);
    return (
      askWhichDepartment(asked, departments, today) ??
      (await tell({ ...deps, audience, question: asked, meetings, named, found, today, departments }))
    );
  };
  const answerOne: AnswerOne = async (wish, before) => {
    const unread = readQuestion(wish, before, today);
    const refused = refuseAtOnce(unread, meetings, audience);
    if (refused !== undefined) return toAnswer(unread, meetings, refused);
    const read = await understand(wish, before);
    const meant = await meanPerson({ ...deps, audience }, read.question, namedMeetings(read.question, meetings));
    if (meant !== undefined && 'ask' in meant) {
      const told = askWhichDepartment(read.question, departments, today) ?? meant.ask;
      return toAnswer(read.question, meetings, told);
    }
    if (meant !== undefined) {
      const spelled = await understand(meant.text, read.question.isFollowUp ? before : undefined);
      return toAnswer(spelled.question, meetings, withRemark(await answerRead(spelled), meant.remark));
    }
    const told = await answerRead(read);
    if (told.status !== 'not_found' || read.goOn === undefined) return toAnswer(read.question, meetings, told);
    // By itself it says nothing the minutes know: what was talked of just before may be meant.
    const goneOn = await read.goOn();
    const toldThen = await answerRead(goneOn);
    return toldThen.status === 'not_found'
      ? toAnswer(read.question, meetings, told)
      : toAnswer(goneOn.question, meetings, toldThen);
  };
  return answerWishes(question, context, answerOne, (wish) => namesSomething(readQuestion(wish, undefined, today)));
}
