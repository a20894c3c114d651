import { formatDate, formatLongDate, toLocalTime } from '../../../danish/date-format.js';
import { addDays } from '../../../danish/dates.js';
import { type Audience, forumsSeenBy } from '../../../domain/access.js';
import type { Agenda } from '../../../domain/agenda.js';
import { AppError } from '../../../domain/app-error.js';
import type { Clock } from '../../../domain/clock.js';
import type { AudienceOf } from '../../../routing/audience-of.js';
import { personOf } from '../../../routing/person-of.js';
import type { RightsOf } from '../../../routing/rights-of.js';
import type { CardActionTurn, MessageTurn } from '../../../routing/turn.js';
import type { AgendaStore, MinutesStore } from '../../../store/ports.js';
import type { AgendaView } from './agenda-card.js';
import type { AgendaInput } from './agenda-input.js';
import type { FindEarlier } from './earlier-card.js';
import { postedReplies } from './phrases.js';

/** What showing published agendas needs. */
export interface Posted {
  agendas: Pick<AgendaStore, 'getAgenda' | 'listAgendas'>;
  minutes: Pick<MinutesStore, 'listMeetings'>;
  audienceOf: AudienceOf;
  rightsOf: RightsOf;
  clock: Clock;
  input: AgendaInput;
  findEarlier: FindEarlier;
}

export type AskingTurn = CardActionTurn | MessageTurn;

/** An agenda as the sender of one turn may see it in the place it comes from. */
export interface SeenAgenda {
  agenda: Agenda;
  audience: Audience;
  seesClosed: boolean;
}

/** For so many days after the meeting its agenda can be read from its card; then its minutes are what is true. */
const readableDays = 30;

const refuse = (message: string, reply: string): AppError => new AppError('conflict', message, { reply });

const isDraft = ({ publishedAt }: Agenda): boolean => publishedAt === null;

/** @throws AppError with what the person is told, when the agenda stands no more. */
function refuseGone({ state, date }: Agenda, today: string): void {
  if (state === 'withdrawn') throw refuse('the agenda was withdrawn', postedReplies.withdrawn(formatLongDate(date)));
  if (state === 'cancelled') throw refuse('the meeting was cancelled', postedReplies.cancelled(formatLongDate(date)));
  if (state === 'archived' || addDays(date, readableDays) < today)
    throw refuse('the meeting is long over', postedReplies.longOver(formatLongDate(date), formatDate(date)));
}

export const seenBy = (audience: Audience, agenda: Agenda): SeenAgenda => ({
  agenda,
  audience,
  seesClosed: forumsSeenBy(audience, 'closed').includes(agenda.forumId),
});

/**
 * Gets the newest state of an agenda somebody asks for. A draft is seen only by those who work on it, one to one.
 *
 * @throws AppError with Danish that says what to do: outside the forum, withdrawn, cancelled, long over, not out yet.
 */
export async function getSeenAgenda(posted: Posted, turn: AskingTurn, agendaId: string): Promise<SeenAgenda> {
  const audience = await posted.audienceOf(turn);
  const agenda = await posted.agendas.getAgenda(agendaId);
  if (!audience.forumIds.includes(agenda.forumId))
    throw new AppError('forbidden', 'an agenda of another forum', { reply: postedReplies.notYours });
  if (isDraft(agenda)) {
    const rights = await posted.rightsOf(turn);
    const worksOnIt = turn.conversation.kind === 'personal' && rights.mayDo(agenda.forumId, 'draft_agenda', 'open');
    if (!worksOnIt) throw new AppError('not_found', 'the agenda is a draft', { reply: postedReplies.notOut });
  } else refuseGone(agenda, toLocalTime(posted.clock.now()).date);
  return seenBy(audience, agenda);
}

/** The agendas somebody may leaf through, by date. */
export async function listSeenAgendas({ agendas }: Posted, audience: Audience): Promise<Agenda[]> {
  const byForum = await Promise.all(
    audience.forumIds.map((forumId) => agendas.listAgendas(forumId, ['published', 'changed', 'held'])),
  );
  return byForum.flat().sort((one, other) => one.date.localeCompare(other.date));
}

/** How the card is to be drawn for the sender of a turn: with their own input where nobody reads along. */
export async function viewFor(
  posted: Posted,
  turn: AskingTurn,
  { agenda, audience, seesClosed }: SeenAgenda,
): Promise<AgendaView> {
  const { input, clock } = posted;
  const view: AgendaView = { now: clock.now(), seesClosed, tally: await input.tallyOf(agenda) };
  const person = personOf(turn);
  if (turn.conversation.kind !== 'personal' || person === null) return view;
  const all = await listSeenAgendas(posted, audience);
  const earlier = all.findLast(({ date, id }) => date < agenda.date && id !== agenda.id) ?? null;
  const later = all.find(({ date, id }) => date > agenda.date && id !== agenda.id) ?? null;
  return { ...view, own: await input.ownOf(agenda, person), neighbours: { earlier, later } };
}
