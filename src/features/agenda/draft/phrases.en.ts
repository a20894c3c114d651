import { formatLongDate, formatTime } from '../../../danish/date-format.js';
import type { Wording } from '../../../domain/language.js';
import type { danish } from './phrases.js';

export const english: Wording<typeof danish> = {
  minutesAsAgenda: (forum, date) =>
    `Those are minutes of ${forum} ${formatLongDate(date)}, no agenda. If they belong in the archive, put them there as minutes.`,
  meetingHeld: (date) =>
    `The meeting of ${formatLongDate(date)} has been held, and its minutes are in the archive. Check the date in the document.`,
  meetingOver: (date) =>
    `The meeting of ${formatLongDate(date)} has been held. Its agenda cannot be made anew. Check the date in the document.`,
  otherForum: (forum, mine) =>
    `The document says that the agenda is for ${forum}. You make agendas for ${mine.join(', ')}. Which forum is it for? Write that at the top of the document, such as "Dagsorden ${mine[0] ?? forum}", and send the file again. Nothing has been saved.`,
  missingStart: (time) => `The document does not say when the meeting begins. I have put ${formatTime(time)}.`,
};
