import { formatDate, formatLongDate, toLocalTime } from '../../../danish/date-format.js';
import { foldLetters } from '../../../danish/letters.js';
import { readSpokenDate } from '../../../danish/read-spoken-date.js';
import type { Agenda } from '../../../domain/agenda.js';
import { postedAgendaStates } from '../../../domain/agenda-state.js';
import type { Reply } from '../../../routing/reply.js';
import type { Command } from '../../../routing/routes.js';
import type { MessageTurn } from '../../../routing/turn.js';
import { composeAgendaCard } from './agenda-card.js';
import { beforeDate, comingWords, postedReplies } from './phrases.js';
import { listSeenAgendas, type Posted, seenBy, viewFor } from './posted.js';

/** Which agenda is meant: the coming one, or that of a day. */
type AgendaName = { kind: 'coming' } | { kind: 'date'; dates: string[] };

/** @returns undefined when the text names no agenda. */
function readAgendaName(rest: string, today: string): AgendaName | undefined {
  const name = foldLetters(rest).trim().split(/\s+/).join(' ').replace(beforeDate, '');
  if (comingWords.includes(name)) return { kind: 'coming' };
  const dates = readSpokenDate(name, today);
  return dates.length === 0 ? undefined : { kind: 'date', dates };
}

async function show(posted: Posted, turn: MessageTurn, name: AgendaName, today: string): Promise<Reply> {
  const audience = await posted.audienceOf(turn);
  const all = await listSeenAgendas(posted, audience);
  const present = async (agenda: Agenda): Promise<Reply> => {
    const seen = seenBy(audience, agenda);
    return composeAgendaCard(agenda, await viewFor(posted, turn, seen));
  };
  if (name.kind === 'date') {
    const agenda = all.find(({ date }) => name.dates.includes(date));
    if (agenda !== undefined) return present(agenda);
    const date = name.dates[0] ?? today;
    return { text: postedReplies.noneOn(formatLongDate(date), formatDate(date)) };
  }
  const coming = all.find(({ date, state }) => date >= today && postedAgendaStates.includes(state));
  if (coming !== undefined) return present(coming);
  const latest = all.at(-1);
  return {
    text:
      latest === undefined
        ? postedReplies.nothingPublished
        : postedReplies.nothingPublishedBut(formatLongDate(latest.date), formatDate(latest.date)),
  };
}

/** `dagsorden`, `dagsorden 25. november`: the coming agenda, or that of a day, as the sender may see it here. */
export function createShowAgendaCommand(posted: Posted): Command {
  const today = (): string => toLocalTime(posted.clock.now()).date;
  return {
    name: 'agenda.showAgenda',
    words: ['dagsorden', 'dagsordenen', 'vis dagsorden', 'vis dagsordenen', 'næste dagsorden'],
    usage: 'dagsorden',
    description: 'Se den kommende dagsorden, og læs punkterne.',
    descriptionInEnglish: 'See the coming agenda, and read its items.',
    accepts: (rest) => readAgendaName(rest, today()) !== undefined,
    run: (turn, rest) => show(posted, turn, readAgendaName(rest, today()) ?? { kind: 'coming' }, today()),
  };
}
