import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toLocalTime } from '../../danish/date-format.js';
import { addDays, weekdayOf } from '../../danish/dates.js';
import { fillAgendaDates } from './fill-agenda-dates.js';
import { type ImportDependencies, type ImportReport, importDocuments } from './import-documents.js';

const wednesday = 3;

/** The first Wednesday that is at least a week away: an agenda is out a week before its meeting. */
export function nextMeetingDate(today: string): string {
  return addDays(today, 7 + ((wednesday - weekdayOf(today) + 7) % 7));
}

/** The agendas with their dates filled in, as files of a folder made for the purpose. */
async function writeAgendas(folder: string, target: string, meetingDate: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const text = await readFile(join(folder, name), 'utf8');
    await writeFile(join(target, name), fillAgendaDates(text, meetingDate));
  }
}

/**
 * Fills a new archive with example documents: the minutes in `<folder>/minutes`, and the coming agenda in `<folder>/agenda`, dated
 * about a week after today. Does nothing to an archive that already holds a meeting.
 *
 * @returns undefined when the archive was not new.
 */
export async function importSeeds(dependencies: ImportDependencies, folder: string): Promise<ImportReport | undefined> {
  const { store, forum, clock } = dependencies;
  const held = await store.minutes.listMeetings({ forumIds: [forum.id], sees: 'open_and_closed' });
  if (held.length > 0) return undefined;
  const agendas = await mkdtemp(join(tmpdir(), 'referent-seeds-'));
  try {
    await writeAgendas(join(folder, 'agenda'), agendas, nextMeetingDate(toLocalTime(clock.now()).date));
    return await importDocuments(dependencies, [join(folder, 'minutes'), agendas]);
  } finally {
    await rm(agendas, { recursive: true });
  }
}
