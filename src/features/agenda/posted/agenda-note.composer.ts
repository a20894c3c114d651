import { z } from 'zod';
import { escapeMarkdown } from '../../../cards/escape-markdown.js';
import { onOneLine, shorten } from '../../../cards/shorten.js';
import type { Agenda } from '../../../domain/agenda.js';
import type { MessageComposer } from '../../../routing/unasked.js';
import type { AgendaStore, OutboxStore } from '../../../store/ports.js';
import { describeChanges } from '../agenda-changes.js';
import { agendaMessages, cardSlot } from '../agenda-intents.js';
import { cardPhrases, notePhrases } from './phrases.js';

export interface NoteComposing {
  agendas: Pick<AgendaStore, 'getAgendaAt' | 'listChanges'>;
  outbox: Pick<OutboxStore, 'listMessages' | 'mayHaveStood'>;
}

const payload = z.object({ agenda: z.string(), revision: z.number().int() });

/** More changes than this in one note nobody reads; the card shows them all. */
const mostLines = 8;
const longestLine = 300;
/** How far back untold notes are looked for. */
const mostUntold = 100;

/**
 * The revision the thread was last told of before a note: a note that was withdrawn for a later one, or came too late to be
 * sent, told nothing, so the next one tells its change too.
 */
async function findBasis({ outbox }: NoteComposing, forumId: string, agendaId: string, revision: number) {
  const dropped = await outbox.listMessages(forumId, ['dropped'], mostUntold);
  const untold = new Set(
    dropped
      .filter(({ kind }) => kind === agendaMessages.note)
      .flatMap((message) => {
        const read = payload.safeParse(message.payload);
        return read.success && read.data.agenda === agendaId ? [read.data.revision] : [];
      }),
  );
  let basis = revision - 1;
  while (untold.has(basis)) basis -= 1;
  return basis;
}

/** Why the changes of these revisions were made, as far as anybody said, oldest first. */
async function findReasons({ agendas }: NoteComposing, agendaId: string, basis: number, last: number) {
  const changes = (await agendas.listChanges(agendaId)).toReversed();
  const reasons = changes
    .filter(({ revision }) => revision > basis && revision <= last)
    .flatMap(({ reason }) => (reason === null ? [] : [shorten(onOneLine(reason), longestLine)]));
  return [...new Set(reasons)];
}

/** What is said of the agenda as a whole; null where its items or the meeting changed and nothing else. */
function headline(before: Agenda, after: Agenda): string | null {
  if (after.state === 'withdrawn') return notePhrases.withdrawn(after);
  if (after.state === 'cancelled') return notePhrases.cancelled(after);
  if (before.state === 'withdrawn' || before.state === 'cancelled') return notePhrases.restored(after);
  return null;
}

/** What changed between two states, a line each; null when nothing did that a reader would see. */
function tell(before: Agenda, after: Agenda, reasons: readonly string[]): { lead: string; lines: string[] } | null {
  const whole = headline(before, after);
  const isGone = after.state === 'withdrawn' || after.state === 'cancelled';
  const changes = isGone ? [] : describeChanges(before, after);
  if (whole === null && changes.length === 0) return null;
  const shown = changes.slice(0, mostLines);
  const left = changes.length - shown.length;
  return {
    lead: whole ?? notePhrases.changed(after),
    lines: [
      ...shown.map((line) => `- ${line}`),
      ...(left > 0 ? [`- ${notePhrases.more(left)}`] : []),
      ...(reasons.length > 0 ? ['', notePhrases.why(reasons.join(' '))] : []),
    ],
  };
}

/** The short note in the card's thread: what changed since the thread was last told, and why. Of a closed item its number only. */
export function createAgendaNoteComposer(composing: NoteComposing): MessageComposer {
  return {
    kind: agendaMessages.note,
    get title() {
      return cardPhrases.noteTitle;
    },
    async compose(message) {
      const { agenda: agendaId, revision } = payload.parse(message.payload);
      const basis = await findBasis(composing, message.forumId, agendaId, revision);
      const [before, after] = await Promise.all([
        composing.agendas.getAgendaAt(agendaId, basis),
        composing.agendas.getAgendaAt(agendaId, revision),
      ]);
      // Nobody has seen what is taken back.
      if (after.state === 'withdrawn' && !(await composing.outbox.mayHaveStood(cardSlot(agendaId)))) return null;
      const reasons = await findReasons(composing, agendaId, basis, revision);
      const told = tell(before, after, reasons);
      if (told === null) return null;
      const lines = told.lines.map((line) => shorten(line, longestLine));
      return {
        text: escapeMarkdown([told.lead, '', ...lines].join('\n')),
        summary: shorten([told.lead, ...lines.map((line) => line.replace(/^- /, ''))].join(' ').trim(), longestLine),
      };
    },
  };
}
