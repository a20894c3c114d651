import type { AgendaEntry } from '../../../domain/agenda.js';
import { hasSoundFacet, looksLikeCaseNumber } from '../../../minutes-parser/read-case-number.js';
import { findingTexts } from './phrases.js';
import { onItem, type Rule } from './rule.js';

/** A case is opened before its meeting, or in the same year. */
function oddCaseNumber({ item }: AgendaEntry, meetingYear: number): string | undefined {
  const { caseNumber, sections } = item;
  if (caseNumber !== null)
    return hasSoundFacet(caseNumber) && caseNumber.year <= meetingYear ? undefined : caseNumber.text;
  // One that nobody could read stands in the text, where the number should have been.
  const [firstLine = ''] = sections[0]?.text.split('\n') ?? [];
  return looksLikeCaseNumber(firstLine) ? firstLine.trim() : undefined;
}

export const caseNumberMalformed: Rule = ({ agenda, entries }) =>
  entries.flatMap((entry) => {
    const text = oddCaseNumber(entry, Number(agenda.date.slice(0, 4)));
    if (text === undefined) return [];
    const message = findingTexts.caseNumberMalformed(entry.item.number, text);
    return [onItem(entry, { code: 'case_number_malformed', message, mend: 'item', detail: text })];
  });
