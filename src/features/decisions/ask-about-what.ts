import { formatDate } from '../../danish/date-format.js';
import type { AskedFor } from '../../danish/question-words.js';
import type { Choice } from '../../domain/answer.js';
import { standingKinds } from '../../domain/standing-items.js';
import type { MeetingContext } from './answer-about-meeting.js';
import { askBack, mostChoices } from './ask-which.js';
import { phrases, questionOfItem } from './phrases.js';
import { namesSomething, type Question } from './read-question.js';
import { notFound, type Told } from './told.js';

/** What stands somewhere in every archive, so that any find would seem to answer. */
const standsAnywhere: ReadonlySet<AskedFor> = new Set<AskedFor>([
  'deadline',
  'date',
  'duration',
  'frequency',
  'amount',
  'person',
  'nomination',
  'reason',
]);

/** Words that tell little each tell something together: "næste kommune med møde" is of KommuneMED. */
const namesNothing = (question: Question): boolean => !namesSomething(question) && question.words.length <= mostVague;

/** "hvornår er fristen, og hvem er ansvarlig" has two. */
const mostVague = 2;

/** The newest meeting's items that something was promised in, as the ones most likely meant. */
async function choicesOf({ question, meetings, minutes, audience }: MeetingContext): Promise<Choice[]> {
  const [newest] = meetings;
  if (newest === undefined) return [];
  const { document } = await minutes.getMeeting(audience, newest.id);
  const asked = question.text.replace(/[?.! ]/gu, ' ').trim();
  return document.items
    .filter(({ kind, commitments }) => !standingKinds.has(kind) && commitments.length > 0)
    .slice(0, mostChoices)
    .map(({ number, topic }) => ({
      title: `${number}. ${topic}`,
      question: `${asked}, ${questionOfItem(number, formatDate(newest.date, 'da'))}`,
    }));
}

/** "hvornår er fristen?" that goes on from nothing: of what? Any date in the minutes would else be an answer. */
export async function askAboutWhat(context: MeetingContext): Promise<Told | undefined> {
  const { question } = context;
  if (question.isFollowUp || !standsAnywhere.has(question.asked) || !namesNothing(question)) return undefined;
  const choices = await choicesOf(context);
  return choices.length < 2 ? notFound(phrases.aboutWhat) : askBack(phrases.aboutWhat, choices);
}
