import { formatDate } from '../../danish/date-format.js';
import type { MeetingContext } from './answer-about-meeting.js';
import { answerFromItem } from './answer-from-item.js';
import { toStoredItem } from './archive.js';
import { meetingsMeant } from './ask-which.js';
import { withNextMeeting } from './next-meeting.js';
import { phrases } from './phrases.js';
import { hasTopic } from './read-question.js';
import type { Told } from './told.js';

/**
 * "punkt 5 på mødet i april", "hvem fremlagde pkt. 3 sidste gang": the item itself answers, whatever its words. Undefined where no
 * item is named by its number, or not its meeting.
 *
 * @param today ISO date.
 * @param meetingDates ISO dates of every meeting known.
 */
export async function answerItemByNumber(
  context: MeetingContext,
  today: string,
  meetingDates: readonly string[],
): Promise<Told | undefined> {
  const { question, named, found, minutes, audience } = context;
  const { itemNumber } = question;
  const isOfMeeting = question.asked === 'attendance' || question.asked === 'place';
  if (itemNumber === undefined || named === undefined || isOfMeeting || question.caseNumbers.length > 0)
    return undefined;
  if (named.length === 0 && !hasTopic(question)) {
    const label = question.dates.map((date) => date.label).join(' ');
    const text = label === '' ? phrases.noMeetingsThen : phrases.meetingNotFound(label);
    return { status: 'not_found', text, sources: [] };
  }
  const [meant, other] = meetingsMeant(context);
  if (meant === undefined || other !== undefined) return undefined;
  const meeting = await minutes.getMeeting(audience, meant.id);
  const item = meeting.document.items.find(({ number }) => number === itemNumber);
  if (item === undefined) {
    const { id, date, forum } = meant;
    const reference = { meetingId: id, meetingDate: date, forum, itemNumber: null, title: forum };
    const text = phrases.noSuchItem(itemNumber, formatDate(date));
    return { status: 'not_found', text, sources: [], suggestions: [reference] };
  }
  // Its number says which item, so no other word need be found in it.
  const query = hasTopic(question) ? found.query : { ...found.query, concepts: [], dates: [] };
  const said = answerFromItem(
    withNextMeeting(toStoredItem(meeting, item), meetingDates),
    { ...question, words: hasTopic(question) ? question.words : [] },
    query,
    [],
    today,
  );
  if (!said.answered) return { status: 'not_found', text: said.text, sources: [] };
  const topic = `${item.topic}.`;
  const isNamed = said.text.startsWith(topic);
  return {
    status: 'answered',
    text: isNamed ? said.text : `${topic} ${said.text}`,
    firstLine: isNamed ? said.firstLine : `${topic} ${said.firstLine}`,
    ...(said.remarks.length > 0 && { remarks: said.remarks }),
    sources: said.sources,
  };
}
