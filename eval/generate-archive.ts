import type { MeetingDocument } from '../src/domain/meeting-document.js';

/** Generated meetings to hide the seeds among; none yet. */
export function generateMeetings(_count: number): MeetingDocument[] {
  return [];
}
