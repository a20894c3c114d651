import { type Button, button, verbs } from '../../cards/button.js';
import { buttonTitles } from './phrases.js';

/** The answer, or the item of a coming meeting's agenda, something of the archive was opened from; its buttons carry it along. */
export interface CameFrom {
  question?: string | undefined;
  context?: string | undefined;
  agenda?: string | undefined;
  entry?: string | undefined;
}

/** What buttons carry of it. */
export const carried = (from: CameFrom): Record<string, string> =>
  Object.fromEntries(Object.entries(from).filter((part): part is [string, string] => part[1] !== undefined));

/** The way back. */
export function backButtons({ question, context, agenda, entry }: CameFrom): Button[] {
  return [
    ...(question === undefined
      ? []
      : [
          button(buttonTitles.toAnswer, verbs.showAnswer, context === undefined ? { question } : { question, context }),
        ]),
    ...(agenda === undefined || entry === undefined
      ? []
      : [button(buttonTitles.toAgendaItem, verbs.showAgendaItem, { agenda, entry })]),
  ];
}
