import type { Clock } from '../../domain/clock.js';
import type { AudienceOf } from '../../routing/audience-of.js';
import type { MinutesStore } from '../../store/ports.js';

/** What the commands and buttons for leafing through the minutes need. */
export interface Browsing {
  minutes: Pick<MinutesStore, 'listMeetings' | 'getMeeting'>;
  audienceOf: AudienceOf;
  clock: Clock;
}
