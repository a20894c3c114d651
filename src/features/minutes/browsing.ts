import type { Clock } from '../../domain/clock.js';
import type { AudienceOf } from '../../routing/audience-of.js';
import type { Turn } from '../../routing/turn.js';
import type { ArchiveLists, MinutesStore } from '../../store/ports.js';

/** Whether a file can be given in the place a turn comes from: Teams does it in personal conversations only. */
export const givesFiles = ({ conversation }: Pick<Turn, 'conversation'>): boolean => conversation.kind === 'personal';

/** What the commands and buttons for leafing through the minutes need. */
export interface Browsing {
  minutes: Pick<MinutesStore, 'listSeenMeetings' | 'countSeenMeetings' | 'getMeeting'>;
  lists: Pick<ArchiveLists, 'listCases'>;
  audienceOf: AudienceOf;
  clock: Clock;
}
