import { readSynonyms, type SynonymTable } from '../../danish/synonyms.js';
import { type Audience, forumsSeenBy } from '../../domain/access.js';
import type { Answer } from '../../domain/answer.js';
import { departmentSynonyms, type NamedDepartment } from '../../register/find-departments.js';
import { ArchiveWords } from '../../search/archive-words.js';
import type { Archive } from '../../search/build-query.js';
import type {
  MeetingSummary,
  MemberStore,
  MinutesStore,
  PersonInMinutes,
  SearchIndex,
  StoredItem,
  StoredMeeting,
} from '../../store/ports.js';
import { createFoundItems, type FoundItems } from './found-items.js';

/** What is read of an archive once and used for every question, until a document is imported or taken back. */
interface Kept {
  generation: number;
  words?: ArchiveWords;
  heldMeetings?: MeetingSummary[];
  meetingDates?: string[];
  persons?: PersonInMinutes[];
  foundItems?: { day: string; synonyms: SynonymTable; items: FoundItems };
}

/** By index and audience: what one audience may not see must not reach another's answers. */
const keptOf = new WeakMap<SearchIndex, Map<string, Kept>>();

async function keptFor(search: SearchIndex, audience: Audience): Promise<Kept> {
  const byAudience = keptOf.get(search) ?? new Map<string, Kept>();
  keptOf.set(search, byAudience);
  const seen = (['open', 'closed'] as const).map((access) => [...forumsSeenBy(audience, access)].sort().join(' '));
  const key = seen.join(' | ');
  const generation = await search.generation();
  const known = byAudience.get(key);
  if (known?.generation === generation) return known;
  const fresh: Kept = { generation };
  byAudience.set(key, fresh);
  return fresh;
}

/** What query building asks of the archive, for one audience. */
export function archiveFor(search: SearchIndex, audience: Audience, synonyms?: SynonymTable): Archive {
  return {
    ...(synonyms !== undefined && { synonyms }),
    count: (terms) => search.countEntries(terms, audience),
    words: async () => {
      const kept = await keptFor(search, audience);
      kept.words ??= new ArchiveWords(await search.listWords(audience));
      return kept.words;
    },
  };
}

/** The items the last questions found, as long as the archive, the day and the departments' names are what they were. */
export async function foundItemsOf(
  search: SearchIndex,
  audience: Audience,
  day: string,
  synonyms: SynonymTable,
): Promise<FoundItems> {
  const kept = await keptFor(search, audience);
  if (kept.foundItems?.day !== day || kept.foundItems.synonyms !== synonyms)
    kept.foundItems = { day, synonyms, items: createFoundItems() };
  return kept.foundItems.items;
}

/** The departments of the audience's forums, and their names as synonyms of each other. */
export interface KnownDepartments {
  departments: readonly NamedDepartment[];
  synonyms: SynonymTable;
}

const noDepartments: KnownDepartments = { departments: [], synonyms: new Map() };

const departmentsOf = new WeakMap<DepartmentSource, Map<string, KnownDepartments>>();

export type DepartmentSource = Pick<MemberStore, 'listDepartments' | 'registerRevision' | 'getRegister'>;

/** Read once for each state of the registers; empty where there is no register. */
export async function listDepartments(
  members: DepartmentSource | undefined,
  { forumIds }: Audience,
): Promise<KnownDepartments> {
  if (members === undefined) return noDepartments;
  const revisions: [string, number][] = [];
  for (const forumId of forumIds) revisions.push([forumId, await members.registerRevision(forumId)]);
  const key = JSON.stringify(revisions);
  const known = departmentsOf.get(members)?.get(key);
  if (known !== undefined) return known;
  const departments: NamedDepartment[] = [];
  for (const forumId of forumIds) departments.push(...(await members.listDepartments(forumId)));
  const read = { departments, synonyms: readSynonyms(departmentSynonyms(departments)) };
  departmentsOf.set(members, new Map([[key, read]]));
  return read;
}

/** The meetings with minutes that the audience may see, newest first. */
export async function listHeldMeetings(
  { search, minutes }: { search: SearchIndex; minutes: Pick<MinutesStore, 'listMeetings'> },
  audience: Audience,
): Promise<readonly MeetingSummary[]> {
  const kept = await keptFor(search, audience);
  kept.heldMeetings ??= await minutes.listMeetings(audience, 'minutes');
  return kept.heldMeetings;
}

/** The meetings with an agenda that the audience may see, newest first. */
export const listComingMeetings = (
  { minutes }: { minutes: Pick<MinutesStore, 'listMeetings'> },
  audience: Audience,
): Promise<readonly MeetingSummary[]> => minutes.listMeetings(audience, 'agenda');

/** ISO dates of every meeting the audience may know of, held or called. */
export async function listMeetingDates(
  { search, minutes }: { search: SearchIndex; minutes: Pick<MinutesStore, 'listMeetings'> },
  audience: Audience,
): Promise<readonly string[]> {
  const kept = await keptFor(search, audience);
  kept.meetingDates ??= [...new Set((await minutes.listMeetings(audience)).map(({ date }) => date))];
  return kept.meetingDates;
}

/** Everybody the minutes name as there, absent, presenting or guest. */
export async function listPersons(
  { search, minutes }: { search: SearchIndex; minutes: Pick<MinutesStore, 'listPersons'> },
  audience: Audience,
): Promise<readonly PersonInMinutes[]> {
  const kept = await keptFor(search, audience);
  kept.persons ??= await minutes.listPersons(audience);
  return kept.persons;
}

/** What was searched, for telling it. @param topic The question's own content words. */
export function searchedIn(topic: string, meetings: readonly MeetingSummary[]): Answer['searched'] {
  const years = meetings.map(({ date }) => Number(date.slice(0, 4)));
  return {
    topic,
    meetingCount: meetings.length,
    firstYear: years.length === 0 ? null : Math.min(...years),
    lastYear: years.length === 0 ? null : Math.max(...years),
  };
}

/** An item of a meeting that is at hand. */
export const toStoredItem = (meeting: StoredMeeting, item: StoredItem['item']): StoredItem => ({
  meetingId: meeting.id,
  forumId: meeting.forumId,
  forum: meeting.document.forum,
  kind: meeting.document.kind,
  meetingDate: meeting.document.date,
  fileName: meeting.fileName,
  item,
});
