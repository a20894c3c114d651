import { findingTexts } from './phrases.js';
import { onAgenda, type Rule } from './rule.js';

/** The meeting would have been already. */
export const dateInPast: Rule = ({ agenda, today }) =>
  agenda.date < today
    ? [
        onAgenda({
          code: 'date_in_past',
          message: findingTexts.dateInPast(agenda.date),
          mend: 'meeting',
          detail: agenda.date,
        }),
      ]
    : [];
