import type { Agenda } from '../../domain/agenda.js';
import type { InputAnswer, InputRequest, InputRound, Respondent } from '../../domain/input.js';
import type { Forum, OriginalFile, Register, Store, StoredMeeting } from '../../store/ports.js';

export type ExportedStore = Pick<Store, 'forums' | 'minutes' | 'members' | 'agendas' | 'input'>;

export interface ExportedRound {
  round: InputRound;
  requests: InputRequest[];
  respondents: Respondent[];
  /** Every version of every answer. */
  answers: InputAnswer[];
}

export interface ExportedAgenda {
  agenda: Agenda;
  /** null: nobody was asked for input, or it is not to be exported. */
  round: ExportedRound | null;
}

/** All that is known of one forum, as far as it is to be exported. */
export interface ExportedForum {
  forum: Forum;
  register: Register;
  meetings: StoredMeeting[];
  agendas: ExportedAgenda[];
}

const publicStates = ['published', 'changed', 'held', 'cancelled'] as const;
const everyState = [...publicStates, 'draft', 'scheduled', 'archived', 'withdrawn'] as const;

const withoutClosed = (agenda: Agenda): Agenda => ({
  ...agenda,
  entries: agenda.entries.filter(({ item }) => item.access === 'open'),
  // What was odd in the document may speak of closed items.
  source: agenda.source === null ? null : { ...agenda.source, findings: [] },
});

/**
 * Reads one forum. Without `closed`: the open items of minutes and of agendas that were published, and the register. With it
 * everything: closed items, drafts, and what chefs answered before the meetings.
 */
export async function readForum(store: ExportedStore, forum: Forum, closed: boolean): Promise<ExportedForum> {
  const audience = { forumIds: [forum.id], sees: closed ? 'open_and_closed' : 'open' } as const;
  const meetings: StoredMeeting[] = [];
  for (const { id } of await store.minutes.listMeetings(audience))
    meetings.push(await store.minutes.getMeeting(audience, id));
  const agendas: ExportedAgenda[] = [];
  for (const agenda of await store.agendas.listAgendas(forum.id, closed ? everyState : publicStates))
    agendas.push(
      closed ? { agenda, round: await readRound(store, agenda.id) } : { agenda: withoutClosed(agenda), round: null },
    );
  return { forum, register: await store.members.getRegister(forum.id), meetings, agendas };
}

async function readRound({ input }: ExportedStore, agendaId: string): Promise<ExportedRound | null> {
  const round = await input.findRoundOf(agendaId);
  if (round === undefined) return null;
  const [requests, respondents, answers] = await Promise.all([
    input.listRequests(round.id),
    input.listRespondents(round.id),
    input.listAnswers(round.id),
  ]);
  return { round, requests, respondents, answers };
}

/** The file a meeting's document came as; null when it holds closed items that are not to be exported. */
export async function readOriginal(
  { minutes }: Pick<Store, 'minutes'>,
  { id, forumId }: Pick<StoredMeeting, 'id' | 'forumId'>,
  closed: boolean,
): Promise<OriginalFile | null> {
  const audience = { forumIds: [forumId], sees: closed ? 'open_and_closed' : 'open' } as const;
  return minutes.getOriginal(audience, id).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'not_found') return null;
    throw error;
  });
}
