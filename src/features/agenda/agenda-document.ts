import { createHash } from 'node:crypto';
import { formatLongDate } from '../../danish/date-format.js';
import type { Agenda } from '../../domain/agenda.js';
import type { AgendaItem } from '../../domain/agenda-item.js';
import type { MeetingDocument } from '../../domain/meeting-document.js';
import type { OriginalFile } from '../../store/ports.js';
import { documentWords } from './phrases.js';

/** The agenda as a document of the archive, so that the coming meeting can be asked about. Items that were withdrawn are not in it. */
export function toMeetingDocument(agenda: Agenda): MeetingDocument {
  const { forum, date, startTime, endTime, place } = agenda;
  const items = agenda.entries.filter(({ isWithdrawn }) => !isWithdrawn).map(({ item }) => item);
  return {
    kind: 'agenda',
    forum,
    date,
    startTime,
    endTime,
    place,
    participants: [],
    contents: [],
    items,
    findings: [],
  };
}

function itemText({ number, title, caseNumber, sections }: AgendaItem): string {
  const parts = sections.flatMap(({ heading, text }) => [heading === '' ? '' : `### ${heading}`, text]);
  return [`## ${documentWords.item(number, title)}`, caseNumber?.text ?? '', ...parts]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The document as a text a person can read, which stands for the file it never was. */
export function toOriginalFile(document: MeetingDocument): OriginalFile {
  const { forum, date, startTime, endTime, place, items } = document;
  const times = [startTime, endTime].filter((time) => time !== null).join(' - ');
  const text = [
    `# ${documentWords.title(forum, date)}`,
    `${documentWords.date} ${formatLongDate(date)} kl. ${times}`,
    ...(place === null ? [] : [`${documentWords.place} ${place}`]),
    ...items.map(itemText),
    '',
  ].join('\n\n');
  const bytes = Buffer.from(text, 'utf8');
  return {
    fileName: `${documentWords.fileName(forum, date)}.md`,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}
