import { addDays } from '../../../danish/dates.js';
import type { Audience } from '../../../domain/access.js';
import type { Agenda } from '../../../domain/agenda.js';
import { AppError } from '../../../domain/app-error.js';
import type { InputRequest } from '../../../domain/input.js';
import type { MinutesStore } from '../../../store/ports.js';
import type { Surroundings } from '../kinds/surroundings.js';

type Minutes = Pick<MinutesStore, 'getMeeting' | 'listSeenMeetings'>;

/** The meeting whose minutes a meeting approves: the newest before it that the archive has minutes of. */
async function findMeeting(minutes: Minutes, { forumId, date }: Agenda): Promise<string | undefined> {
  const audience: Audience = { forumIds: [forumId], sees: 'open_and_closed' };
  const [newest] = await minutes.listSeenMeetings(audience, { kind: 'minutes', to: addDays(date, -1), limit: 1 });
  return newest?.id;
}

/** The requests with the minutes named that are to be approved, where the archive has them and nobody named them. */
export async function nameMinutes(
  minutes: Minutes,
  agenda: Agenda,
  requests: readonly InputRequest[],
): Promise<InputRequest[]> {
  const isUnnamed = ({ spec }: InputRequest): boolean => spec.kind === 'approve' && spec.meetingId === null;
  const meetingId = requests.some(isUnnamed) ? await findMeeting(minutes, agenda) : undefined;
  if (meetingId === undefined) return [...requests];
  return requests.map((request) =>
    isUnnamed(request) ? { ...request, spec: { kind: 'approve', meetingId } } : request,
  );
}

/**
 * The items of the minutes that requests ask to approve, as far as an answerer may read them; null where none asks that, or the
 * archive has no such minutes. Minutes that came in after the round was opened are found too.
 */
export async function readMinutesItems(
  minutes: Minutes,
  agenda: Agenda,
  requests: readonly InputRequest[],
  sees: Audience['sees'],
): Promise<Surroundings['minutesItems']> {
  const named = await nameMinutes(minutes, agenda, requests);
  const meetingId = named.flatMap(({ spec }) => (spec.kind === 'approve' ? (spec.meetingId ?? []) : []))[0];
  if (meetingId === undefined) return null;
  try {
    const { document } = await minutes.getMeeting({ forumIds: [agenda.forumId], sees }, meetingId);
    return document.items.map(({ number, topic, title }) => ({ number, topic: topic || title }));
  } catch (error) {
    // Taken out of the archive since.
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}
