import { splitSentences } from '../../danish/sentences.js';
import { withoutMark } from './item-answer.js';

const bare = (text: string): string =>
  withoutMark(text)
    .replace(/\s+/g, ' ')
    .replace(/(?<![.,;:])[.,;:]+$/, '')
    .trim();

const isPoint = (line: string): boolean => withoutMark(line) !== line;

/** "Kommunaldirektøren indstiller," says nothing once its points are gone. */
const onlyLeadsIn = (kept: readonly string[]): boolean =>
  kept.every((line) => line.trim() === '' || line.trim() === '…' || /[,:]$/.test(line.trim()));

/** In characters: less may stand in what was said by chance. */
const shortestSaid = 10;

interface Rest {
  text: string;
  /** Something was said already, right before this line's words or at its end. */
  before: boolean;
  after: boolean;
}

/** One line without the sentences that were said already, "…" in their place; empty where nothing is left. */
function restOfLine(line: string, isSaid: (text: string) => boolean): Rest {
  if (isPoint(line))
    return isSaid(line) ? { text: '', before: true, after: true } : { text: line, before: false, after: false };
  const sentences = splitSentences(line);
  if (!sentences.some(({ text }) => isSaid(text))) return { text: line, before: false, after: false };
  const kept: string[] = [];
  let isOpen = false;
  let before = false;
  for (const { text } of sentences) {
    if (isSaid(text)) {
      isOpen = true;
      continue;
    }
    if (isOpen && kept.length === 0) before = true;
    kept.push(isOpen && kept.length > 0 ? `… ${text}` : text);
    isOpen = false;
  }
  return { text: kept.join(' '), before, after: isOpen };
}

/**
 * What a quote says beside what was said already: its other sentences and points, letter for letter, with "…" where
 * something is left out. Empty where nothing else is said.
 */
export function whatElse(quote: string, said: string): string {
  const saidBare = bare(said);
  const isSaid = (text: string): boolean => {
    const own = bare(text);
    return own !== '' && (own === saidBare || (own.length >= shortestSaid && saidBare.includes(own)));
  };
  const lines: string[] = [];
  let isOpen = false;
  let isWhole = true;
  for (const line of quote.split('\n')) {
    if (line.trim() === '') {
      if (lines.length > 0) lines.push('');
      continue;
    }
    const { text, before, after } = restOfLine(line, isSaid);
    isWhole &&= text === line;
    if (text === '') {
      isOpen = true;
      continue;
    }
    if (isOpen && isPoint(text)) lines.push('…');
    lines.push((isOpen || before) && !isPoint(text) ? `… ${text}` : text);
    isOpen = after;
  }
  if (isWhole) return quote;
  if (onlyLeadsIn(lines)) return '';
  const rest = lines.join('\n').trim();
  return isOpen ? `${rest} …` : rest;
}
