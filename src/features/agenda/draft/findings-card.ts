import { type Button, button, toButtonRows, verbs } from '../../../cards/button.js';
import { fillCard } from '../../../cards/fill-card.js';
import { shorten } from '../../../cards/shorten.js';
import { shortenToCost } from '../../../cards/text-cost.js';
import type { Agenda } from '../../../domain/agenda.js';
import type { AgendaCheck } from '../check/check-agenda.js';
import type { AgendaFinding } from '../check/rule.js';
import { meetingName } from '../phrases.js';
import type { Card } from './desk.js';
import { deskButtons, deskPhrases } from './desk-phrases.js';
import { seen } from './draft-card.js';

/** So many fit on a card at their longest; the rest follows when these are dealt with. */
const shownAtOnce = 8;
const longestMessage = 400;
const longestTooltip = 80;

function mendButton(agenda: Agenda, { mend, entryId }: AgendaFinding): Button[] {
  const entry = agenda.entries.find(({ id }) => id === entryId);
  if (entry !== undefined) {
    const data = { ...seen(agenda), entry: entry.id };
    return [button(deskButtons.mend, verbs.showDraftItemForm, data, deskPhrases.changeItem(entry.item.number))];
  }
  if (mend === 'meeting')
    return [button(deskButtons.mend, verbs.showMeetingForm, seen(agenda), deskButtons.changeMeeting)];
  if (mend === 'add_item') return [button(deskButtons.addItem, verbs.showDraftItemForm, seen(agenda))];
  return [];
}

function toRow(agenda: Agenda, finding: AgendaFinding) {
  const accept = button(
    deskButtons.accept,
    verbs.acceptFindings,
    { ...seen(agenda), finding: finding.key },
    deskButtons.acceptCalled(shorten(finding.message, longestTooltip)),
  );
  return {
    message: shortenToCost(finding.message, longestMessage),
    buttonRows: toButtonRows([...mendButton(agenda, finding), accept]),
  };
}

/** What was found odd, each with a way to mend it or to accept it; without any, the way to publish. */
export function findingsCard(agenda: Agenda, { open, accepted }: AgendaCheck, lead?: string): Card {
  const shown = open.slice(0, shownAtOnce);
  const leads = [
    ...(lead === undefined ? [] : [lead]),
    open.length === 0 ? deskPhrases.findingsDone : deskPhrases.findingsLead(open.length),
  ];
  const notes = [
    ...(open.length > shown.length ? [deskPhrases.moreFindings(open.length - shown.length)] : []),
    ...(accepted.length > 0 ? [deskPhrases.acceptedNote(accepted.length)] : []),
  ];
  const title = deskPhrases.findingsTitle;
  const summary = `${title}: ${meetingName(agenda)}`;
  const card = fillCard('findings', {
    summary,
    title,
    leads: leads.map((text) => ({ text })),
    findings: shown.map((finding) => toRow(agenda, finding)),
    notes: notes.map((text) => ({ text })),
    buttonRows: toButtonRows([
      ...(open.length > 1 ? [button(deskButtons.acceptAll, verbs.acceptFindings, seen(agenda))] : []),
      ...(open.length === 0 ? [button(deskButtons.publishNow, verbs.publishDraft, seen(agenda))] : []),
      button(deskButtons.toDraft, verbs.showDraft, { agenda: agenda.id }),
    ]),
  });
  return { card, summary };
}
