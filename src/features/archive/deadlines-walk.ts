import { shorten } from '../../cards/shorten.js';
import { formatShortDate } from '../../danish/date-format.js';
import { foldLetters } from '../../danish/letters.js';
import type { SheetRow } from '../../danish/spreadsheet.js';
import type { Audience } from '../../domain/access.js';
import type { Department } from '../../domain/department.js';
import { deadlineOf, type OwnerSource, readDepartmentName, readOwners } from '../../register/commitment-owners.js';
import type { ArchiveLists, ListedCommitment, MemberStore } from '../../store/ports.js';
import { deadlineCommands, deadlineWords, fillers, phrases } from './phrases.js';
import { asTitle, itemButton, type Looking, type Walk, type Walking, type WalkRow, walkButton } from './walk.js';

const mostWords = 8;
const longestOwner = 80;

/** A commitment with the day it is due, and whose it is. */
interface Deadline extends ListedCommitment {
  /** ISO date; null: until a next meeting that nobody has called yet. */
  due: string | null;
  /** null: every department's. */
  departments: readonly Department[] | null;
}

export interface DeadlineSource extends OwnerSource {
  lists: Pick<ArchiveLists, 'listCommitments'>;
  members: Pick<MemberStore, 'getRegister' | 'findMemberships'>;
}

async function listDeadlines(source: DeadlineSource, audience: Audience): Promise<Deadline[]> {
  const ownersIn = await readOwners(source, audience);
  const promised = await source.lists.listCommitments(audience);
  return promised
    .filter(({ due, isUntilNext }) => due !== null || isUntilNext)
    .map((commitment) => ({
      ...commitment,
      ...deadlineOf(commitment),
      departments: ownersIn(commitment),
    }));
}

/** What of the deadlines was asked for. */
interface Asked {
  time: 'coming' | 'passed' | null;
  isMine: boolean;
  /** What is left, to be a department's name; empty: all. */
  name: string;
}

/** "passerede Økonomi & Stab", "for M&T", "mine". The name is as typed. */
function readAsked(asked: string): Asked {
  let name = asked.trim();
  const drop = (form: RegExp): boolean => {
    const found = form.exec(foldLetters(name))?.[0];
    if (found === undefined) return false;
    const words = found.trim().split(' ').length;
    name = name.split(/\s+/).slice(words).join(' ');
    return true;
  };
  drop(fillers);
  const time = drop(deadlineWords.passed) ? 'passed' : drop(deadlineWords.coming) ? 'coming' : null;
  drop(fillers);
  const isMine = drop(deadlineWords.mine);
  drop(deadlineWords.everybodys);
  return { time, isMine, name };
}

const isOf = ({ departments }: Deadline, wanted: readonly Department[]): boolean =>
  departments === null || departments.some(({ id }) => wanted.some((department) => department.id === id));

const headingOf = ({ departments }: Deadline): string =>
  departments === null ? phrases.allDepartments : (departments[0]?.name ?? phrases.noDepartment);

/** Departments by name; then what is everybody's, then what is nobody's. */
function compareHeadings(one: Deadline, other: Deadline): number {
  const rank = ({ departments }: Deadline): number => (departments === null ? 1 : departments.length === 0 ? 2 : 0);
  return rank(one) - rank(other) || headingOf(one).localeCompare(headingOf(other), 'da');
}

/** What has no day yet comes last. */
const latest = '9999-12-31';
const dayOf = ({ due }: Deadline): string => due ?? latest;

const dueText = ({ due, isInferred }: Deadline): string =>
  due === null
    ? phrases.nextMeeting
    : isInferred
      ? phrases.inferred(formatShortDate(due))
      : phrases.due(formatShortDate(due));

function toRow(deadline: Deadline, heading: string): WalkRow {
  const { owner, forum, meetingDate, itemNumber, text } = deadline;
  const place = `${phrases.meetingOf(forum, formatShortDate(meetingDate))}, ${phrases.item(itemNumber)}`;
  const isNamed = owner === null || text.includes(owner);
  return {
    heading,
    title: asTitle(text),
    text: [dueText(deadline), ...(isNamed ? [] : [shorten(owner, longestOwner)]), place].join(' · '),
    button: itemButton(deadline),
  };
}

function toTable(deadlines: readonly Deadline[]): SheetRow[] {
  const { columns } = phrases;
  return [
    [
      columns.due,
      columns.dueText,
      columns.isInferred,
      columns.department,
      columns.owner,
      columns.commitment,
      columns.date,
      columns.forum,
      columns.itemNumber,
      columns.topic,
    ],
    ...deadlines.map((one) => [
      one.due,
      one.dueText,
      one.isInferred ? phrases.yes : '',
      one.departments === null ? phrases.allDepartments : one.departments.map(({ name }) => name).join(', '),
      one.owner,
      one.text,
      one.meetingDate,
      one.forum,
      one.itemNumber,
      one.topic,
    ]),
  ];
}

interface Shown {
  time: 'coming' | 'passed';
  /** Whose: a department's name, or empty. */
  whose: string;
  /** How the same is asked for. */
  asked: string;
  lead?: string;
}

function toWalk(deadlines: readonly Deadline[], { time, whose, asked, lead }: Shown): Walk {
  const kind = time === 'coming' ? phrases.coming : phrases.passed;
  const title = whose === '' ? kind : phrases.ofDepartment(kind, whose);
  const hasDepartments =
    whose === '' && deadlines.some(({ departments }) => departments !== null && departments.length > 0);
  const sorted = deadlines.toSorted(
    (one, other) =>
      (hasDepartments ? compareHeadings(one, other) : 0) ||
      (time === 'coming' ? dayOf(one).localeCompare(dayOf(other)) : dayOf(other).localeCompare(dayOf(one))),
  );
  const count = (time === 'coming' ? phrases.nearestFirst : phrases.latestFirst)(deadlines.length, hasDepartments);
  const none = time === 'coming' ? phrases.noComing : phrases.noPassed;
  const other =
    time === 'coming'
      ? walkButton(phrases.showPassed, 'deadlines', `passerede ${asked}`.trim(), phrases.passed)
      : walkButton(phrases.showComing, 'deadlines', `kommende ${asked}`.trim(), phrases.coming);
  const everybodys = walkButton(phrases.everybodys, 'deadlines', time === 'passed' ? 'passerede' : 'kommende');
  const mine = walkButton(phrases.mine, 'deadlines', time === 'passed' ? 'passerede mine' : 'mine');
  return {
    title,
    leads: [...(lead === undefined ? [] : [lead]), sorted.length === 0 ? none : count],
    rows: sorted.map((deadline) => () => toRow(deadline, hasDepartments ? headingOf(deadline) : '')),
    buttons: [other, whose === '' ? mine : everybodys],
    file: sorted.length === 0 ? null : { name: phrases.deadlinesFile(title), table: () => toTable(sorted) },
  };
}

async function listDepartments({ members }: DeadlineSource, { forumIds }: Audience): Promise<Department[]> {
  const departments: Department[] = [];
  for (const forumId of forumIds) departments.push(...(await members.getRegister(forumId)).departments);
  return departments;
}

/** The departments somebody belongs to today. */
async function departmentsOfPerson(source: DeadlineSource, { audience, person, today }: Looking) {
  if (person === null) return [];
  const memberships = await source.members.findMemberships(person, today);
  const ids = new Set(memberships.map(({ departmentId }) => departmentId));
  return (await listDepartments(source, audience)).filter(({ id }) => ids.has(id));
}

/**
 * `frister`, `mine frister`, `frister <department>`, `passerede frister`: what was promised until a day, by department: the coming ones, or those
 * that have passed. Without a word on it the coming ones, and where there are none those that have passed.
 */
export function createDeadlinesWalk(source: DeadlineSource): Walking {
  return {
    name: 'deadlines',
    words: ['frister', 'frist', 'vis frister', 'deadlines', 'deadline', ...Object.keys(deadlineCommands)],
    asks: deadlineCommands,
    usage: 'frister <afdeling>',
    describe: () => phrases.deadlinesCommand,
    accepts: (asked) => asked.split(/\s+/).length <= mostWords,
    async look(text, looking) {
      const { audience, today } = looking;
      const { time, isMine, name } = readAsked(text);
      const named = isMine ? await departmentsOfPerson(source, looking) : [];
      const departments = name === '' ? named : readDepartmentName(name, await listDepartments(source, audience));
      // No department of that name: "frist for indmelding" asks for one deadline, not for a list.
      if (name !== '' && departments.length === 0) return undefined;
      const all = await listDeadlines(source, audience);
      const wanted = departments.length === 0 ? all : all.filter((deadline) => isOf(deadline, departments));
      const [coming, passed] = [
        wanted.filter((deadline) => dayOf(deadline) >= today),
        wanted.filter((deadline) => dayOf(deadline) < today),
      ];
      const whose = departments.map((department) => department.name).join(', ');
      const asked = isMine ? 'mine' : name;
      const lead = isMine && whose === '' ? { lead: phrases.noDepartmentOfYours } : {};
      if (time === 'passed') return toWalk(passed, { time, whose, asked, ...lead });
      if (time === 'coming' || coming.length > 0 || passed.length === 0)
        return toWalk(coming, { time: 'coming', whose, asked, ...lead });
      return toWalk(passed, { time: 'passed', whose, asked, lead: phrases.noneComing });
    },
  };
}
