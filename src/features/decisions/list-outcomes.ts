import type { SectionKind } from '../../domain/agenda-item.js';
import { readDepartmentName, readOwners } from '../../register/commitment-owners.js';
import type { NamedDepartment } from '../../register/find-departments.js';
import type { ArchiveLists, ListedDecision, MeetingSummary, MemberStore, StoredItem } from '../../store/ports.js';
import type { MeetingContext } from './answer-about-meeting.js';
import { type ListedFind, tellList } from './answer-as-list.js';
import { searchedIn } from './archive.js';
import { aboutAll, noneHeld } from './list-decisions.js';
import { spanOf } from './named-meetings.js';
import { codesToList, endedSo, findOfOutcome } from './outcomes-of-kind.js';
import { phrases } from './phrases.js';
import { type OutcomeQuestion, readOutcomeQuestion } from './read-outcome-question.js';
import type { Question } from './read-question.js';
import { sayWhere } from './say-where.js';
import { notFound, type Told } from './told.js';

export interface OutcomeContext extends MeetingContext {
  lists: Pick<ArchiveLists, 'listDecisions'>;
  members?: Pick<MemberStore, 'getRegister'>;
  /** ISO date. */
  today: string;
}

/** More than anyone leafs through; who has more must name a time. */
const mostListed = 200;

/** "hvad blev udsat?" after "elbiler" is asked of the cars, unless it says when. */
const isAboutBefore = ({ isFollowUp, words, period, latest }: Question): boolean =>
  isFollowUp && period === undefined && latest === undefined && words.some(({ weak, share }) => !weak && share < 1);

/** "hvem blev udpeget?" of no time and no thing: of what, nobody can tell. */
const asksWhoOfNothing = ({ question, named }: MeetingContext): boolean =>
  named === undefined && /(?<!\p{L})hvem(?!\p{L})/u.test(question.text.toLowerCase());

/** Where an item says whose it is; the case text names many. */
const saysWhose: ReadonlySet<SectionKind> = new Set<SectionKind>(['occasion', 'summary', 'recommendation', 'decision']);

/** Whether an item is a department's: it, or somebody of it, is named in the item's title or those sections, or presents it. */
async function isOf(departments: readonly NamedDepartment[], { members, audience }: OutcomeContext) {
  const ids = new Set(departments.map(({ id }) => id));
  const ownersIn = members === undefined ? () => [] : await readOwners({ members }, audience);
  return ({ item, forumId, meetingDate }: StoredItem): boolean => {
    const sections = item.sections.filter(({ kind }) => saysWhose.has(kind)).map(({ text }) => text);
    const said = [item.title, ...item.presenters, ...sections];
    return said.some((owner) => ownersIn({ owner, forumId, meetingDate })?.some(({ id }) => ids.has(id)) === true);
  };
}

async function findsOf(
  context: OutcomeContext,
  { kind }: OutcomeQuestion,
  meetings: readonly MeetingSummary[],
  departments: readonly NamedDepartment[],
): Promise<{ finds: ListedFind[]; isAll: boolean }> {
  const { lists, audience, minutes, question } = context;
  const within = spanOf(meetings);
  const ids = new Set(meetings.map(({ id }) => id));
  const codes = codesToList(kind);
  // Every meeting approves its agenda.
  const isRoutine = ({ itemKind }: ListedDecision): boolean => itemKind === 'approval' && codes !== undefined;
  const ended = (await lists.listDecisions(audience, { within, codes })).filter(
    (one) => ids.has(one.meetingId) && !isRoutine(one) && endedSo(kind, one),
  );
  const isTheirs = departments.length === 0 ? () => true : await isOf(departments, context);
  const finds: ListedFind[] = [];
  for (const { meetingId, itemNumber } of ended) {
    const stored = await minutes.getItem(audience, meetingId, itemNumber);
    const find = isTheirs(stored) ? findOfOutcome(stored, kind, question, aboutAll(context)) : undefined;
    if (find !== undefined) finds.push(find);
    if (finds.length >= mostListed) return { finds, isAll: false };
  }
  return { finds, isAll: true };
}

/**
 * "hvad blev udsat i 2020", "alle udpegninger i 2024", "hvad har M&T fået godkendt": every item that ended so, newest first, each in the words
 * that say it; that there is none, with the minutes that were read, where there is none. Undefined where something else is asked.
 */
export async function listOutcomes(context: OutcomeContext): Promise<Told | undefined> {
  const { question, named, meetings, today } = context;
  const asked = readOutcomeQuestion(question.text, today);
  if (asked === undefined || isAboutBefore(question) || asksWhoOfNothing(context)) return undefined;
  const departments = asked.whose === '' ? [] : readDepartmentName(asked.whose, context.departments ?? []);
  // No department of that name: one thing is asked about.
  if (asked.whose !== '' && departments.length === 0) return undefined;
  const read = named ?? meetings;
  if (read.length === 0) return noneHeld(context);
  const whose = departments.map(({ name }) => name).join(', ');
  const { finds, isAll } = await findsOf(context, asked, read, departments);
  const where = sayWhere(read, question);
  const ofWhom = whose === '' ? [] : [phrases.ofDepartment(whose)];
  if (finds.length === 0) {
    const none = notFound([phrases.outcomes(asked.kind, 0, whose, where), ...ofWhom].join(' '));
    return { ...none, intent: 'list', searched: searchedIn(phrases.outcomeNames[asked.kind], read) };
  }
  const told = tellList(phrases.outcomes(asked.kind, finds.length, whose, where), finds);
  const remarks = [...(isAll ? [] : [phrases.onlyNewest(finds.length)]), ...ofWhom];
  return { ...told, intent: 'list', text: [told.text, ...remarks].join('\n'), ...(remarks.length > 0 && { remarks }) };
}
