import { toLocalTime } from '../../danish/date-format.js';
import type { SynonymTable } from '../../danish/synonyms.js';
import type { Audience } from '../../domain/access.js';
import type { Answer, AnswerSource, ItemReference } from '../../domain/answer.js';
import type { Clock } from '../../domain/clock.js';
import type { Ranked } from '../../search/rank.js';
import type { MeetingSummary, MinutesStore, SearchIndex, StoredItem } from '../../store/ports.js';
import { answerAboutReferent } from './about-referent.js';
import { answerAboutMeeting, findOfficeHolder, listMeetingItems } from './answer-about-meeting.js';
import { showItem } from './answer-from-item.js';
import { answerItemByNumber } from './answer-item-by-number.js';
import { answerWishes } from './answer-wishes.js';
import { type DepartmentSource, listDepartments, listHeldMeetings, listMeetingDates, searchedIn } from './archive.js';
import { askWhichDepartment, askWhichItem, askWhichMeeting, findEquals } from './ask-which.js';
import { decide } from './certainty.js';
import { minutesFirst, remarkOnComing } from './coming-meeting.js';
import { chooseContender, toContender } from './contenders.js';
import { type FoundEntries, findEntries } from './find-entries.js';
import { mayAnswer, saidApart, withRemarks } from './item-answer.js';
import { listDecisions } from './list-decisions.js';
import { meanPerson } from './mean-person.js';
import { withNextMeeting } from './next-meeting.js';
import { phrases } from './phrases.js';
import { hasTopic, type Question, readQuestion, saysNothing, topicOf } from './read-question.js';
import { withOutcome } from './say-outcome.js';
import { readSignals, type Signals } from './signals.js';
import type { Told } from './told.js';
import {
  answerOverTime,
  entriesOverTime,
  isOverTime,
  longestTimeline,
  ofTopicYear,
  otherMeetings,
  remarkOnOthers,
} from './topic-over-time.js';

export interface AnswerDeps {
  search: SearchIndex;
  minutes: MinutesStore;
  clock: Clock;
  /** The register, for the departments' names through the years; absent where there is none. */
  members?: DepartmentSource;
  /** Told what each verdict rests on; for fitting its weights. */
  onSignals?: (signals: Signals) => void;
}

/** Share of the asked words from which on the best find is surely about the topic, so that it may be named in a refusal. */
const knownTopic = 0.5;

/** How many other finds are offered beside the one that answers. */
const otherFinds = 3;

/** Decided before anything is looked up: the answer is the same whether there is such an item or not. */
const closedWords = /(?<!\p{L})lukkede? (?:punkt|sag|del|møde)/u;

/** What a meeting is asked about by; no other word need be found. */
const speaksOfMeeting =
  /(?<!\p{L})(?:møde\p{L}*|punkter(?:ne)?|sager(?:ne)?|referat\p{L}*|dagsorden\p{L}*|vi)(?!\p{L})/iu;

/** "hvem manglede under det punkt?" after "anlægsplan 2025-2028": the years are the plan's. */
const isOfTopicBefore = ({ ofMeeting, term }: Question['dates'][number], { asked, isFollowUp }: Question): boolean =>
  asked === 'attendance' && isFollowUp && !ofMeeting && term.startsWith('aar:');

/** The meetings a question's dates, period or "sidste møde" name; undefined when it names none. */
export function namedMeetings(question: Question, meetings: readonly MeetingSummary[]): MeetingSummary[] | undefined {
  const { period, latest } = question;
  const dates = question.dates.filter((date) => !isOfTopicBefore(date, question));
  if (dates.length === 0 && period === undefined && latest === undefined) return undefined;
  const fits = (date: string, term: string): boolean => {
    const [kind, value = ''] = term.split(':');
    if (kind === 'dag') return date.endsWith(value);
    if (kind === 'maanedsnavn') return date.slice(5, 7) === value;
    return date.startsWith(value);
  };
  const ofDates = meetings.filter(({ date }) => dates.every(({ term }) => fits(date, term)));
  const ofPeriod = ofDates.filter(({ date }) => period === undefined || (date >= period.from && date <= period.to));
  // "var det i sommer, han lovede det på mødet i juni 25?": a date says more surely which meeting.
  const ofThatTime =
    ofPeriod.length === 0 && dates.some(({ ofMeeting, term }) => ofMeeting && !term.startsWith('aar:'))
      ? ofDates
      : ofPeriod;
  return latest === undefined ? ofThatTime : ofThatTime.slice(latest.skip, latest.skip + latest.count);
}

/** No meeting was held that day, but the item that was found speaks of it ("mødet den 19. februar er flyttet"). */
const isWrittenOf = (date: Question['dates'][number], { query, ranked: [best] }: FoundEntries): boolean =>
  best?.missedDates === 0 &&
  query.dates.some(({ term, found }) => term === date.term && found) &&
  query.concepts.some((concept, index) => concept.kind === 'word' && (best.matches[index] ?? 0) > 0);

const isItem = ({ candidate }: Ranked): boolean => candidate.itemNumber !== null;

/** What the item of the question before gains in a follow-up. */
const staying = 1.3;

/** The entries in a new order, the one of the question before raised. */
function stayWith(before: Ranked | undefined, ranked: readonly Ranked[]): Ranked[] {
  const isSame = ({ candidate }: Ranked): boolean =>
    candidate.meetingId === before?.candidate.meetingId && candidate.itemNumber === before.candidate.itemNumber;
  return ranked
    .map((entry) => (isSame(entry) ? { ...entry, score: staying * entry.score } : entry))
    .sort((one, other) => other.score - one.score);
}

class Answering {
  readonly #deps: AnswerDeps;
  readonly #audience: Audience;
  readonly #question: Question;
  readonly #meetings: readonly MeetingSummary[];
  /** ISO date. */
  readonly #today: string;
  readonly #synonyms: SynonymTable;
  /** The question before, by itself. */
  readonly #before: Question | undefined;

  constructor(
    deps: AnswerDeps,
    audience: Audience,
    question: Question,
    meetings: readonly MeetingSummary[],
    today: string,
    synonyms: SynonymTable,
    before: Question | undefined,
  ) {
    this.#before = before;
    this.#synonyms = synonyms;
    this.#deps = deps;
    this.#audience = audience;
    this.#question = question;
    this.#meetings = meetings;
    this.#today = today;
  }

  async answer(): Promise<Answer> {
    const question = this.#question;
    if (saysNothing(question)) return this.#notFound(phrases.empty);
    if (!/\p{Script=Latin}|\d/u.test(question.text)) return this.#notFound(phrases.otherScript);
    if (this.#meetings.length === 0) return this.#notFound(phrases.noMinutes);
    if (this.#audience.sees === 'open' && closedWords.test(question.text.toLowerCase()))
      return this.#notFound(phrases.closedItem);
    const named = namedMeetings(question, this.#meetings);
    const meant = question.dates.find((date) => date.ofMeeting && date.term.startsWith('dato:'));
    const period = question.latest !== undefined ? spanOf(named ?? []) : question.period;
    const found = await this.#find(period);
    if (named?.length === 0 && meant !== undefined && !isWrittenOf(meant, found))
      return this.#notFound(phrases.meetingNotFound(meant.label));

    if (
      named?.length === 0 &&
      question.period !== undefined &&
      !hasTopic(question) &&
      speaksOfMeeting.test(question.text)
    )
      return this.#notFound(phrases.noMeetingsThen, await this.#suggestions(found.ranked));

    const context = { ...this.#deps, audience: this.#audience, question, meetings: this.#meetings, named, found };
    const told =
      askWhichMeeting(context) ??
      (await answerItemByNumber(context, this.#today, await listMeetingDates(this.#deps, this.#audience))) ??
      (await listDecisions(context));
    if (told !== undefined) return this.tell(told);
    const aboutMeeting =
      (await findOfficeHolder(context)) ?? (await answerAboutMeeting(context)) ?? (await listMeetingItems(context));
    if (aboutMeeting !== undefined) {
      if (!aboutMeeting.answered) return this.#notFound(aboutMeeting.text, await this.#suggestions(found.ranked));
      return this.#toAnswer('answered', aboutMeeting.text, aboutMeeting.sources);
    }
    return this.#fromItems(found, named);
  }

  /** The entries a question is about; a follow-up stays with the item of the question before where that is as good. */
  async #find(period: Question['period']): Promise<FoundEntries> {
    const { search } = this.#deps;
    const found = await findEntries(search, this.#audience, this.#question, period, this.#synonyms);
    if (!this.#question.isFollowUp || this.#before === undefined) return found;
    const before = await findEntries(search, this.#audience, this.#before, this.#before.period, this.#synonyms);
    return { ...found, ranked: stayWith(before.ranked.find(isItem), found.ranked) };
  }

  async #fromItems(found: FoundEntries, named: readonly MeetingSummary[] | undefined): Promise<Answer> {
    const question = this.#question;
    const { query } = found;
    const heldIds = new Set(this.#meetings.map(({ id }) => id));
    const items = found.ranked.filter((entry) => entry.candidate.itemNumber !== null);
    const ranked = minutesFirst(items, question, heldIds);
    const suggestions = () => this.#suggestions(ranked);
    const [unknownCase] = question.caseNumbers;
    const [best] = ranked;
    if (best === undefined && unknownCase !== undefined)
      return this.#notFound(phrases.unknownCaseNumber(unknownCase.label));
    const isMissed =
      best === undefined ? query.dates.some((date) => !date.found) : best.missedDates === query.dates.length;
    const unknownDate = isMissed ? (query.dates.find((date) => !date.found) ?? query.dates[0]) : undefined;
    if (unknownDate !== undefined) return this.#notFound(phrases.unknownDate(unknownDate.label), await suggestions());
    if (best === undefined) return this.#notFound(phrases.notFound);
    const equals = findEquals(question, query, ranked);
    if (equals.length > 0) return this.tell(askWhichItem(await this.#load(equals)));
    const entries = ranked.slice(0, 1 + otherFinds);
    const loaded = await this.#load(entries);
    const contenders = loaded.flatMap((item, index) => {
      const entry = entries[index];
      return entry === undefined ? [] : [toContender(item, entry, question, query, this.#today)];
    });
    const chosen = chooseContender(contenders);
    if (chosen === undefined) return this.#notFound(phrases.notFound);
    const { answer, stored } = chosen;
    const signals = readSignals(question, query, chosen);
    this.#deps.onSignals?.(signals);
    const verdict = decide(signals);
    if (verdict === 'not_found') {
      const says = chosen.entry.coverage >= knownTopic && !answer.answered;
      return this.#notFound(says ? answer.text : phrases.notFound, await suggestions());
    }
    if (verdict === 'maybe') {
      const finds = [chosen, ...contenders.filter((one) => one !== chosen)]
        .slice(0, 3)
        .flatMap((one) => mayAnswer(one.answer) ?? showItem(one.stored, query) ?? []);
      return this.#toAnswer('maybe', phrases.didYouMean, finds);
    }
    // An agenda is no meeting that was held.
    const held = ranked.filter(({ candidate }) => heldIds.has(candidate.meetingId));
    const listed = isOverTime(question)
      ? entriesOverTime(query, ofTopicYear(query, held) ?? this.#ofNamed(held, named))
      : [];
    if (listed.length > 1)
      return this.tell(answerOverTime(await this.#load(listed.slice(0, longestTimeline)), question, query));
    const others = otherMeetings(stored, question, query, held);
    const offered = await this.#load(others.slice(0, 2));
    const isNew = ({ meetingId, item }: StoredItem): boolean =>
      ![stored, ...offered].some((one) => one.meetingId === meetingId && one.item.number === item.number);
    const more = [...offered, ...loaded.filter(isNew)].flatMap((item) => showItem(item, query) ?? []);
    const said = withRemarks(withOutcome(stored, question, query, answer), [
      ...remarkOnComing(stored, heldIds),
      ...remarkOnOthers(stored, others),
    ]);
    return { ...this.#toAnswer('answered', said.text, [...said.sources, ...more]), ...saidApart(said) };
  }

  /** The entries of the meetings a question names; all where it names none. */
  #ofNamed(entries: readonly Ranked[], named: readonly MeetingSummary[] | undefined): readonly Ranked[] {
    if (named === undefined) return entries;
    const ids = new Set(named.map(({ id }) => id));
    return entries.filter(({ candidate }) => ids.has(candidate.meetingId));
  }

  async #load(ranked: readonly Ranked[]): Promise<StoredItem[]> {
    const dates = await listMeetingDates(this.#deps, this.#audience);
    const items: StoredItem[] = [];
    for (const { candidate } of ranked) {
      if (candidate.itemNumber === null) continue;
      const stored = await this.#deps.minutes.getItem(this.#audience, candidate.meetingId, candidate.itemNumber);
      items.push(withNextMeeting(stored, dates));
    }
    return items;
  }

  async #suggestions(ranked: readonly Ranked[]): Promise<ItemReference[]> {
    const items = await this.#load(ranked.slice(0, 3));
    return items.map(({ meetingId, meetingDate, forum, item }) => ({
      meetingId,
      meetingDate,
      forum,
      itemNumber: item.number,
      title: item.topic,
    }));
  }

  #toAnswer(status: Answer['status'], text: string, sources: AnswerSource[]): Answer {
    const searched = searchedIn(topicOf(this.#question), this.#meetings);
    const { intent, isFollowUp } = this.#question;
    return { status, intent, text, sources, suggestions: [], searched, ...(isFollowUp && { isFollowUp }) };
  }

  tell(told: Told): Answer {
    return { ...this.#toAnswer(told.status, told.text, told.sources), ...told };
  }

  #notFound(text: string, suggestions: ItemReference[] = []): Answer {
    return { ...this.#toAnswer('not_found', text, []), suggestions };
  }
}

const withRemark = (answer: Answer, remark: string): Answer =>
  remark === '' || answer.status === 'maybe'
    ? answer
    : {
        ...answer,
        firstLine: answer.firstLine ?? answer.text,
        text: `${answer.text} ${remark}`,
        remarks: [...(answer.remarks ?? []), remark],
      };

const spanOf = (meetings: readonly MeetingSummary[]): { from: string; to: string } | undefined => {
  const dates = meetings.map((meeting) => meeting.date).sort();
  const [from, to] = [dates[0], dates.at(-1)];
  return from === undefined || to === undefined ? undefined : { from, to };
};

/** All of a question stands in one item, as good as. */
const wholeTopic = 0.95;

/**
 * Whether a short question after another is one of its own: an item speaks of all of it, or it names what no minutes do. Else
 * "hvad koster dinosauren" would be answered from what was asked about before.
 */
function isOwnQuestion({ query, ranked: [best] }: FoundEntries): boolean {
  const namesUnwritten = query.concepts.some(
    ({ kind, found, meant }) => kind === 'word' && !found && meant !== undefined,
  );
  return namesUnwritten || (best?.candidate.itemNumber !== null && (best?.coverage ?? 0) >= wholeTopic);
}

/** A question that only its brevity makes a follow-up is read by itself where the archive knows it so. */
async function standAloneIfItDoes(
  read: Question,
  readAlone: () => Question,
  find: (question: Question) => Promise<FoundEntries>,
): Promise<Question> {
  if (!read.isPerhapsFollowUp) return read;
  const alone = readAlone();
  return isOwnQuestion(await find(alone)) ? alone : read;
}

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
  const today = toLocalTime(deps.clock.now()).date;
  const meetings = await listHeldMeetings(deps, audience);
  const aboutReferent = answerAboutReferent(question, meetings);
  if (aboutReferent !== undefined) return aboutReferent;
  const { departments, synonyms } = await listDepartments(deps.members, audience);
  return answerWishes(question, context, async (wish, before) => {
    const read = await standAloneIfItDoes(
      readQuestion(wish, before, today),
      () => readQuestion(wish, undefined, today),
      (alone) => findEntries(deps.search, audience, alone, alone.period, synonyms),
    );
    const meant = await meanPerson({ ...deps, audience }, read, namedMeetings(read, meetings));
    const understood =
      meant === undefined || 'ask' in meant
        ? read
        : readQuestion(meant.text, read.isFollowUp ? before : undefined, today);
    const answering = new Answering(
      deps,
      audience,
      understood,
      meetings,
      today,
      synonyms,
      before === undefined ? undefined : readQuestion(before, undefined, today),
    );
    const whichDepartment = askWhichDepartment(understood, departments, today);
    if (whichDepartment !== undefined) return answering.tell(whichDepartment);
    if (meant === undefined) return answering.answer();
    if ('ask' in meant) return answering.tell(meant.ask);
    return withRemark(await answering.answer(), meant.remark);
  });
}
