import { button, verbs } from '../../../cards/button.js';
import { formCard } from '../../../cards/form-card.js';
import { shorten } from '../../../cards/shorten.js';
import { readersLine, type Shown } from './my-input-card.js';
import { mineTitles, restLines } from './my-phrases.js';
import type { Rest } from './rest.js';
import { type Drawing, issueHandles, type Seat } from './seat.js';
import { summarise, titleOf } from './topic-state.js';

const longestTitle = 90;

/** Says what would be answered; nothing counts before it is confirmed. */
export async function restCard(work: Drawing, seat: Seat, { given, own }: Rest): Promise<Shown> {
  const handleFor = await issueHandles(work, seat, {
    'input.rest': { requests: given.map(({ status }) => status.request.id).join(' ') },
    'input.card': {},
  });
  const lines = given.map(({ status, value }) => {
    const topic = seat.topics.find(({ id }) => id === status.request.entryId);
    const title = topic === undefined ? '' : shorten(titleOf(seat, topic), longestTitle);
    return restLines.line(status.entry?.item.number ?? 0, title, value === null ? '' : summarise(status, value));
  });
  return formCard({
    summary: restLines.title,
    title: restLines.title,
    lead: restLines.lead,
    leads: lines,
    notes: [...(own.length === 0 ? [] : [restLines.own(own)]), readersLine(seat)],
    fields: [],
    buttons: [
      button(mineTitles.confirm, verbs.answerRest, { handle: handleFor('input.rest') }),
      button(mineTitles.back, verbs.showMyInput, { handle: handleFor('input.card') }),
    ],
  });
}
