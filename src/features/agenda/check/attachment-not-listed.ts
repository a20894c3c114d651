import type { AgendaItem } from '../../../domain/agenda-item.js';
import { findingTexts } from './phrases.js';
import { onItem, type Rule } from './rule.js';

/** "Bilag 2", "bilagene 1": an attachment by its number. */
const numbered = /(?<!\p{L})bilag(?:et|ene)? (?<number>\d{1,2})(?![\p{L}\p{N}])/giu;

/** Words that send the reader to an attachment without a number. */
const unnumbered =
  /(?<!\p{L})(?:(?:se|jf\.?|fremgår af|af|som) (?:det |de )?(?:vedlagte |vedhæftede )?bilag(?:et|ene)?|(?:er )?vedlagt (?:som )?bilag|vedlægges|vedhæftet)(?!\p{L}| \d)/iu;

/** How many attachments are listed, or the numbers they carry themselves. */
function isListed(number: number, { attachments }: AgendaItem): boolean {
  if (number <= attachments.length) return true;
  const own = new RegExp(`(?<!\\p{L})bilag ${number}(?!\\p{N})`, 'iu');
  return attachments.some(({ title }) => own.test(title));
}

function findUnlisted(item: AgendaItem): string[] {
  const texts = item.sections.filter(({ kind }) => kind !== 'attachments').map(({ text }) => text.replace(/\s+/g, ' '));
  const byNumber = texts
    .flatMap((text) => [...text.matchAll(numbered)])
    .filter((match) => !isListed(Number(match.groups?.number), item))
    .map(([words]) => words);
  if (item.attachments.length > 0) return [...new Set(byNumber)];
  const without = texts.map((text) => unnumbered.exec(text)?.[0]).filter((words) => words !== undefined);
  return [...new Set([...byNumber, ...without.slice(0, 1)])];
}

/** The text sends the reader to an attachment that is not there. */
export const attachmentNotListed: Rule = ({ entries }) =>
  entries.flatMap((entry) =>
    findUnlisted(entry.item).map((words) =>
      onItem(entry, {
        code: 'attachment_not_listed',
        message: findingTexts.attachmentNotListed(entry.item.number, words),
        mend: 'item',
        detail: words,
      }),
    ),
  );
