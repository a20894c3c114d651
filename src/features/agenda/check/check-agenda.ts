import { toLocalTime } from '../../../danish/date-format.js';
import type { Agenda } from '../../../domain/agenda.js';
import type { Clock } from '../../../domain/clock.js';
import type { MeetingDocument } from '../../../domain/meeting-document.js';
import type { MinutesStore } from '../../../store/ports.js';
import { attachmentNotListed } from './attachment-not-listed.js';
import { caseNumberMalformed } from './case-number-malformed.js';
import { caseNumberOfOtherItem } from './case-number-of-other-item.js';
import { copiedText } from './copied-text.js';
import { dateInPast } from './date-in-past.js';
import { decisionWithoutPoints } from './decision-without-points.js';
import { noRecommendation } from './no-recommendation.js';
import { oddDocument } from './odd-document.js';
import { overlappingSlots } from './overlapping-slots.js';
import { plannedMinutes } from './planned-minutes.js';
import { pointWithoutVerb } from './point-without-verb.js';
import { promisedItem } from './promised-item.js';
import type { AgendaFinding, Checked, Rule } from './rule.js';
import { sameTitleTwice } from './same-title-twice.js';
import { weekdayDisagrees } from './weekday-disagrees.js';

/** Every rule; first what concerns the meeting, then what concerns its items. */
const rules: readonly Rule[] = [
  dateInPast,
  plannedMinutes,
  promisedItem,
  oddDocument,
  noRecommendation,
  pointWithoutVerb,
  decisionWithoutPoints,
  caseNumberMalformed,
  caseNumberOfOtherItem,
  overlappingSlots,
  weekdayDisagrees,
  sameTitleTwice,
  attachmentNotListed,
  copiedText,
];

/** How many earlier meetings are looked at: two years of a forum that meets every second week. */
const earlierMeetings = 50;

/** What is odd about an agenda, those of the meeting first, then item by item. Pure. */
export function findOddities(checked: Omit<Checked, 'entries'>): AgendaFinding[] {
  const entries = checked.agenda.entries.filter(({ isWithdrawn }) => !isWithdrawn);
  const findings = rules.flatMap((rule) => rule({ ...checked, entries }));
  const place = ({ entryId }: AgendaFinding): number => entries.findIndex(({ id }) => id === entryId);
  return findings.sort((one, other) => place(one) - place(other));
}

export interface Checking {
  minutes: Pick<MinutesStore, 'listMeetings' | 'getMeeting'>;
  clock: Clock;
}

/** What was found, told apart by whether the secretary has accepted it. */
export interface AgendaCheck {
  open: AgendaFinding[];
  accepted: AgendaFinding[];
}

/** Checks an agenda against itself, the calendar and the archive. For those who may see its closed items only. */
export async function checkAgenda({ minutes, clock }: Checking, agenda: Agenda): Promise<AgendaCheck> {
  const audience = { forumIds: [agenda.forumId], sees: 'open_and_closed' } as const;
  const meetings = await minutes.listMeetings(audience, 'minutes');
  const before = meetings.filter(({ date }) => date < agenda.date).slice(0, earlierMeetings);
  const earlier: MeetingDocument[] = [];
  for (const { id } of before) earlier.push((await minutes.getMeeting(audience, id)).document);
  const findings = findOddities({ agenda, today: toLocalTime(clock.now()).date, earlier });
  const isAccepted = ({ key }: AgendaFinding): boolean => agenda.acceptedFindings.includes(key);
  return { open: findings.filter((finding) => !isAccepted(finding)), accepted: findings.filter(isAccepted) };
}
