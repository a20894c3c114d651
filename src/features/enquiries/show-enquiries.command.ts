import { button, verbs } from '../../cards/button.js';
import { listCard } from '../../cards/list-card.js';
import { onOneLine, shorten } from '../../cards/shorten.js';
import type { Enquiry } from '../../domain/enquiry.js';
import type { Reply } from '../../routing/reply.js';
import type { Command } from '../../routing/routes.js';
import { type Enquiring, forumOf, requirePersonal } from './enquiring.js';
import { enquiryButtons, phrases } from './phrases.js';

const mostShown = 10;
/** In characters. */
const longestShown = 200;

const rowOf = (enquiry: Enquiry) => {
  const who = enquiry.asker.name ?? phrases.unknownAsker;
  return {
    title: shorten(onOneLine(enquiry.question), longestShown),
    text: phrases.askedBy(who, enquiry),
    button: button(enquiryButtons.show, verbs.showEnquiry, { enquiry: enquiry.id }, enquiryButtons.showOf(who)),
  };
};

async function listWaiting(enquiring: Enquiring, forumIds: readonly string[]): Promise<Reply> {
  const groups = [];
  let count = 0;
  for (const id of forumIds) {
    const open = await enquiring.enquiries.listOpen(id);
    count += open.length;
    const heading = (await forumOf(enquiring, id))?.name ?? '';
    groups.push({ heading, rows: open.slice(0, mostShown).map(rowOf) });
  }
  const shown = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const lead = count === 0 ? phrases.noneOpen : `${phrases.waiting(count)}.`;
  return listCard({
    title: phrases.listTitle,
    summary: lead,
    leads: [lead],
    groups,
    notes: count > shown ? [phrases.more(count - shown)] : [],
  });
}

/** `henvendelser`: the questions that wait for the secretariat's answer. */
export function createShowEnquiriesCommand(enquiring: Enquiring): Command {
  return {
    name: 'enquiries.showAll',
    words: ['henvendelser', 'vis henvendelser', 'henvendelserne'],
    usage: 'henvendelser',
    description: 'For sekretariatet: spørgsmål, der venter på svar.',
    descriptionInEnglish: 'For the secretariat: questions that wait for an answer.',
    isForSecretary: true,
    accepts: (rest) => rest === '',
    async run(turn) {
      const rights = await enquiring.rightsOf(turn);
      const forumIds = rights.requireSomewhere('answer_question_as_secretariat', 'closed');
      requirePersonal(turn);
      return listWaiting(enquiring, forumIds);
    },
  };
}
