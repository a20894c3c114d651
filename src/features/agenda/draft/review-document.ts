import { button, toButtonRows, verbs } from '../../../cards/button.js';
import { escapeMarkdown } from '../../../cards/escape-markdown.js';
import { fillCard } from '../../../cards/fill-card.js';
import { shorten } from '../../../cards/shorten.js';
import { AppError } from '../../../domain/app-error.js';
import { homeTenant } from '../../../domain/home-tenant.js';
import type { MeetingDocument } from '../../../domain/meeting-document.js';
import { sameForumName } from '../../../domain/same-forum-name.js';
import type { Turn } from '../../../routing/turn.js';
import type { OriginalFile } from '../../../store/ports.js';
import { stateLabels } from '../phrases.js';
import { type AgendaDesk, type Card, forumsFor } from './desk.js';
import { deskButtons, deskPhrases } from './desk-phrases.js';
import { seen } from './draft-card.js';
import { draftReplies } from './phrases.js';
import { type ReceivedAgenda, receiveDocument } from './receive-document.js';
import { viewDraft } from './view-draft.js';

const changesShown = 12;
const longestChange = 200;

/** Says what there is, what would change, and asks. */
function conflictCard({ agenda, candidate, changes }: Extract<ReceivedAgenda, { status: 'conflict' }>): Card {
  const title = deskPhrases.conflictTitle(agenda.date);
  const left = changes.length - changesShown;
  const lines = [
    ...changes.slice(0, changesShown).map((line) => `• ${shorten(line, longestChange)}`),
    ...(changes.length === 0 ? [deskPhrases.noChanges] : []),
    ...(left > 0 ? [deskPhrases.moreChanges(left)] : []),
  ];
  const fileName = shorten(candidate.source?.fileName ?? '', 100);
  const card = fillCard('findings', {
    summary: title,
    title,
    leads: [
      { text: deskPhrases.conflictLead(stateLabels[agenda.state], fileName) },
      ...lines.map((text) => ({ text })),
    ],
    findings: [],
    notes: [],
    buttonRows: toButtonRows([
      button(deskButtons.replace, verbs.replaceAgenda, { ...seen(agenda), candidate: candidate.id }),
      button(deskButtons.keep, verbs.showDraft, { agenda: agenda.id }),
    ]),
  });
  return { card, summary: title };
}

/**
 * The forum a document is for: the one it names. An agenda of another forum would be made, and read, by the wrong people, so it
 * goes nowhere rather than to the nearest, and the sender is asked which one is meant.
 *
 * @throws AppError `forbidden` when the sender makes no agendas for that forum; whether there is such a forum is not told.
 */
async function forumOf(desk: AgendaDesk, forumIds: readonly string[], named: string): Promise<string> {
  const mine = (await desk.forums.listForums(homeTenant)).filter(({ id }) => forumIds.includes(id));
  const found = mine.find(({ name }) => sameForumName(name, named));
  if (found !== undefined) return found.id;
  const [asked, ...own] = [shorten(named, 80), ...mine.map(({ name }) => name)].map(escapeMarkdown);
  throw new AppError('forbidden', 'an agenda names a forum the sender makes none for', {
    reply: draftReplies.otherForum(asked ?? '', own),
  });
}

/**
 * Takes in an agenda a person sent as a file and answers with the draft made of it and what is odd about it.
 *
 * @throws AppError `forbidden` for whoever may not make agendas, `invalid_input` for minutes, `conflict` for a meeting held.
 */
export async function receiveAgendaDocument(
  desk: AgendaDesk,
  turn: Turn,
  document: MeetingDocument,
  original: OriginalFile,
): Promise<Card> {
  const { forumIds, rights, person } = await forumsFor(desk, turn, 'draft_agenda');
  const forumId = await forumOf(desk, forumIds, document.forum);
  rights.require(forumId, 'draft_agenda', 'closed');
  const received = await receiveDocument(desk, forumId, document, original, person);
  if (received.status === 'conflict') return conflictCard(received);
  const say = received.status === 'new' ? deskPhrases.received : deskPhrases.unchanged;
  return viewDraft(desk, received.agenda, { lead: say(shorten(original.fileName, 100)), saysFindings: true });
}
