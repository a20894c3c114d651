import { type SectionPart, splitSectionPages } from '../../cards/section-pages.js';
import type { AgendaItem } from '../../domain/agenda-item.js';
import type { PersonName } from '../../domain/person.js';
import { headings } from './phrases.js';

const nameWithTitle = ({ name, title }: PersonName): string => (title === null ? name : `${name} (${title})`);

/** The item's sections for reading: the decision first, the rest in document order; attachments and absent last. */
function sectionsToRead(item: AgendaItem): { heading: string; text: string }[] {
  const printed = item.sections.filter(({ text, heading }) => text.trim() !== '' || heading !== '');
  const decisions = printed.filter(({ kind }) => kind === 'decision');
  const others = printed.filter(({ kind }) => kind !== 'decision');
  const has = (wanted: string): boolean => printed.some(({ kind }) => kind === wanted);
  const attachments = has('attachments') ? '' : item.attachments.map(({ title }) => `- ${title}`).join('\n');
  const absent = has('absent') ? '' : item.absent.map(nameWithTitle).join(', ');
  const missing = [
    { heading: headings.attachments, text: attachments },
    { heading: headings.absent, text: absent },
  ];
  const decision =
    decisions.length > 0 || item.decision === null ? [] : [{ heading: headings.decision, text: item.decision }];
  return [...decision, ...decisions, ...others, ...missing.filter(({ text }) => text !== '')];
}

/** All that is written about an item, on as many pages as it takes; at least one. Nothing is left out. */
export const splitItemPages = (item: AgendaItem): SectionPart[][] => splitSectionPages(sectionsToRead(item));
