import { formatLongDate } from '../../danish/date-format.js';
import { editDistance } from '../../danish/edit-distance.js';
import { foldLetters } from '../../danish/letters.js';
import { stopWords } from '../../danish/stop-words.js';
import { wordForm } from '../../danish/word-forms.js';
import type { ArchiveLists, ListedAttachment } from '../../store/ports.js';
import { phrases } from './phrases.js';
import { areOfSeveralForums, asTitle, capitalised, itemButton, type Walk, type Walking, walkButton } from './walk.js';

/** In letters: shorter words have neighbours that mean something else. */
const shortestForgiven = 5;
/** In letters: what is typed of a longer word before the rest is left out. */
const shortestBeginning = 4;
const mostWords = 6;

/** "til punkt 5", "fra mødet": what asks for the papers of something, and not for a paper's name. Letters folded. */
const asksOtherwise = /^(?:til|fra|paa|i|ved|der|som|hvor|hvilke|er|var|og)(?: |$)/;

const wordsOf = (text: string): string[] =>
  [...foldLetters(text).matchAll(/[\p{L}\d]+(?:&[\p{L}\d]+)?/gu)].map(([word]) => word);

/** The words that tell one attachment from another. */
function askedWords(asked: string): string[] {
  const words = wordsOf(asked);
  const telling = words.filter((word) => !stopWords.has(word));
  return telling.length > 0 ? telling : words;
}

/** Whether a word of a title is the one that was typed: in another form, in a compound, half typed, or with a slip. */
function isMeant(typed: string, printed: string): boolean {
  if (/^\d+$/.test(typed)) return typed === printed;
  if (typed.length >= shortestBeginning && printed.startsWith(typed)) return true;
  if (typed.length >= shortestForgiven && editDistance(typed, printed, 1) <= 1) return true;
  const { stem } = wordForm(typed);
  const { stem: of, parts } = wordForm(printed);
  return stem === of || parts.includes(stem);
}

const isNamed = (title: string, asked: readonly string[]): boolean => {
  const words = wordsOf(title.replaceAll('_', ' '));
  return asked.every((typed) => words.some((printed) => isMeant(typed, printed)));
};

function toWalk(title: string, found: readonly ListedAttachment[], isAll: boolean): Walk {
  const showsForum = areOfSeveralForums(found);
  const { columns } = phrases;
  return {
    title,
    leads: [phrases.attachmentsLead(found.length)],
    rows: found.map((attachment) => () => {
      const date = formatLongDate(attachment.meetingDate);
      return {
        heading: capitalised(showsForum ? phrases.meetingOf(attachment.forum, date) : date),
        title: asTitle(attachment.title),
        text: asTitle(phrases.ofItem(attachment.itemNumber, attachment.topic)),
        button: itemButton(attachment),
      };
    }),
    buttons: isAll ? [] : [walkButton(phrases.allAttachments, 'attachments', '')],
    file: {
      name: phrases.attachmentsFile,
      table: () => [
        [columns.date, columns.forum, columns.itemNumber, columns.topic, columns.attachment],
        ...found.map((one) => [one.meetingDate, one.forum, one.itemNumber, one.topic, one.title]),
      ],
    },
  };
}

/** `bilag <name>`: attachments by words of their names, with the item each belongs to; without a name all of them. */
export function createAttachmentsWalk({ lists }: { lists: Pick<ArchiveLists, 'listAttachments'> }): Walking {
  return {
    name: 'attachments',
    words: ['bilag', 'bilaget', 'find bilag', 'vis bilag', 'attachments'],
    usage: 'bilag <navn>',
    describe: () => phrases.attachmentsCommand,
    accepts: (asked) => !asksOtherwise.test(foldLetters(asked)) && wordsOf(asked).length <= mostWords,
    async look(asked, { audience }) {
      const all = await lists.listAttachments(audience);
      const words = askedWords(asked);
      if (words.length === 0)
        return all.length === 0
          ? { title: phrases.noAttachments, leads: [], rows: [], buttons: [], file: null }
          : toWalk(phrases.attachmentsTitle, all, true);
      const found = all.filter(({ title }) => isNamed(title, words));
      return found.length === 0 ? undefined : toWalk(phrases.attachmentsNamed(asked.trim()), found, false);
    },
  };
}
