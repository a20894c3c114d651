import type { Reply } from '../../routing/reply.js';
import type { StoredMeeting } from '../../store/ports.js';
import type { FoundMeeting } from './find-meeting.js';
import { noMeetingCard } from './meetings-card.js';
import { phrases } from './phrases.js';

/** Shows the meeting that was found, or says why there is none and what there is instead. */
export async function replyToFind(
  found: FoundMeeting,
  show: (meeting: StoredMeeting) => Reply | Promise<Reply>,
): Promise<Reply> {
  switch (found.kind) {
    case 'found':
      return show(found.meeting);
    case 'none_on_date':
      return noMeetingCard(found.nearest, found.date);
    case 'no_next':
      return { text: phrases.noNextMeeting };
    case 'archive_empty':
      return { text: phrases.noMeetings };
  }
}
