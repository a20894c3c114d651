import { formatDate } from '../../src/danish/date-format.js';
import type { MeetingDocument } from '../../src/domain/meeting-document.js';

/** Minutes as the case system prints them, as plain text. */
export function printMinutes({ forum, date, place, participants, items }: MeetingDocument): string {
  const people = participants.map(({ name, title }) => (title === null ? name : `${name} (${title})`)).join(', ');
  const blocks = [
    `REFERAT ${forum} d. ${date.split('-').toReversed().join('-')}`,
    `Mødedato ${formatDate(date)} kl. 09:00`,
    `Mødested ${place ?? 'Mødelokale 1'}`,
    ...(people === '' ? [] : [`Mødedeltagere ${people}`]),
    'Indholdsfortegnelse',
    items.map(({ title }, index) => `${title}.....\t${index + 3}`).join('\n'),
    ...items.flatMap(({ number, title, caseNumber, sections }) => [
      `Punkt ${number}: ${title}`,
      ...(caseNumber === null ? [] : [caseNumber.text]),
      ...sections.flatMap(({ heading, text }) => [heading, text]),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}
