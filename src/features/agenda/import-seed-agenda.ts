import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toLocalTime } from '../../danish/date-format.js';
import { addDays, weekdayOf } from '../../danish/dates.js';
import { readDocument } from '../../document-reader/read-document.js';
import { parseMeetingDocument } from '../../minutes-parser/parse-meeting-document.js';
import type { Forum } from '../../store/ports.js';
import { type Receiving, receiveDocument } from './draft/receive-document.js';
import { fillAgendaDates } from './fill-agenda-dates.js';

const wednesday = 3;

/** The first Wednesday that is at least a week away: an agenda is out a week before its meeting. */
export function nextMeetingDate(today: string): string {
  return addDays(today, 7 + ((wednesday - weekdayOf(today) + 7) % 7));
}

/**
 * Makes a draft of each example agenda in `<folder>/agenda`, dated about a week after today, ready to be published.
 *
 * @returns how many there are.
 */
export async function importSeedAgenda(receiving: Receiving, forum: Forum, folder: string): Promise<number> {
  const agendas = join(folder, 'agenda');
  const meetingDate = nextMeetingDate(toLocalTime(receiving.clock.now()).date);
  const names = await readdir(agendas);
  for (const fileName of names) {
    const bytes = Buffer.from(fillAgendaDates(await readFile(join(agendas, fileName), 'utf8'), meetingDate), 'utf8');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const document = parseMeetingDocument(await readDocument(fileName, bytes));
    await receiveDocument(receiving, forum.id, document, { fileName, sha256 }, null);
  }
  return names.length;
}
