import { formatLongDate } from '../../danish/date-format.js';
import type { StoredItem } from '../../store/ports.js';
import { answerWith, decisionSource, firstSource, type ItemAnswer } from './item-answer.js';
import { phrases } from './phrases.js';
import { sourceOf } from './quote.js';
import type { Question } from './read-question.js';

const handled =
  'drøft\\p{L}*|beslutte\\p{L}*|behandle\\p{L}*|godkend\\p{L}*|vedtag\\p{L}*|snakke\\p{L}*|talte|taget op|oppe|dagsordenen';
const whenHandled =
  /(?:hvornår|hvilket møde|hvilke møder)\s(?:blev|var|har|havde|drøftede|besluttede|behandlede|godkendte|vedtog|snakkede|talte)(?!\p{L})/u;
const handling = new RegExp(String.raw`(?<!\p{L})(?:${handled})(?!\p{L})`, 'u');

/** "hvornår blev X drøftet?": the meeting's own date. */
function answerWhenHandled(stored: StoredItem, text: string): ItemAnswer | undefined {
  if (!whenHandled.test(text) || !handling.test(text)) return undefined;
  const source = decisionSource(stored) ?? firstSource(stored);
  return answerWith(
    { firstLine: phrases.handledOn(formatLongDate(stored.meetingDate)) },
    source === undefined ? [] : [source],
  );
}

const whoPresented =
  /hvem (?:fremlagde|præsenterede|orienterede|gennemgik|holdt oplæg|stod for (?:punktet|oplægget)|var oplægsholder|deltog under)/u;

/** "hvem fremlagde?": the names behind "v." in the item's title. */
function answerPresenter(stored: StoredItem, text: string): ItemAnswer | undefined {
  const { presenters, topic } = stored.item;
  if (presenters.length === 0 || !whoPresented.test(text)) return undefined;
  const source = decisionSource(stored) ?? firstSource(stored);
  const firstLine = phrases.presentedBy(presenters.join(', '), topic);
  return answerWith({ firstLine }, source === undefined ? [] : [source]);
}

const whoProposed = /hvem (?:indstill|foreslog|foreslår|stillede forslag|kom med indstilling|står bag indstilling)/u;

/** "hvem indstillede?": as printed above the recommendation. */
function answerProposer(stored: StoredItem, text: string): ItemAnswer | undefined {
  const proposer = stored.item.recommendation?.proposer ?? '';
  const section = stored.item.sections.find((one) => one.kind === 'recommendation' && one.text.includes(proposer));
  if (proposer === '' || section === undefined || !whoProposed.test(text)) return undefined;
  const quote = section.text.length <= 560 ? section.text.trim() : proposer;
  return answerWith({ firstLine: phrases.proposedBy(proposer) }, [sourceOf(stored, 'recommendation', quote)]);
}

/** What is asked of the item itself rather than of its text: when it was handled, who presented it, who proposed. */
export function answerAboutItem(stored: StoredItem, question: Question): ItemAnswer | undefined {
  const text = question.text.toLowerCase();
  return answerWhenHandled(stored, text) ?? answerPresenter(stored, text) ?? answerProposer(stored, text);
}
