import { monthNumber } from './dates.js';

export interface Sentence {
  /** Letter for letter, without white space around it. */
  text: string;
  /** Where it begins in the text. */
  start: number;
}

/** Abbreviations that a sentence goes on after. */
const goesOn = new Set(
  (
    'afd ang bl.a ca d dr dvs eks ekskl el evt f.eks feks fg fx henh hhv hr if ift ifm inkl int jf jvf kap kl konst maks ' +
    'max mht mhp min nr p.t p.b.a pba pga pkt pr red resp sml st stk tlf udg v vedr vha'
  ).split(' '),
);

/** Abbreviations that may as well end one: the next word's capital decides. */
const mayEnd = new Set('kr mio mia mv m.v m.fl mfl m.m mm osv o.lign o.l evt'.split(' '));

/**
 * The sentences of one paragraph. Full stops in abbreviations ("mio. kr.", "jf."), ordinals ("den 27. april") and numbers end nothing.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(/(?<![.!?])[.!?]+["”»)]?(?=\s)/gu)) {
    const end = match.index + match[0].length;
    if (!endsSentence(text, start, match.index, end)) continue;
    push(sentences, text, start, end);
    start = end;
  }
  push(sentences, text, start, text.length);
  return sentences;
}

function endsSentence(text: string, start: number, mark: number, end: number): boolean {
  if (text[mark] !== '.') return true;
  const next = /^\s+["”»«“(]*(\S+)/u.exec(text.slice(end, end + 60))?.[1] ?? '';
  if (next === '' || /^\p{Ll}/u.test(next)) return false;
  const before = /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(start, mark - 24), mark))?.[0] ?? '';
  // "KL." is a name at the end of a sentence, "kl." the clock.
  if (/^\p{Lu}{2,}$/u.test(before)) return true;
  const word = before.toLowerCase();
  if (mayEnd.has(word) && /^\p{Lu}/u.test(next)) return true;
  if (goesOn.has(word) || /^\p{L}$/u.test(word)) return false;
  // "den 27. April", and the number of a point at the very beginning.
  if (/^\d+$/u.test(word))
    return (
      mark - word.length > start + 1 && monthNumber(next.replace(/\P{L}+$/u, '')) === undefined && !/^\d/u.test(next)
    );
  return true;
}

function push(sentences: Sentence[], text: string, from: number, to: number): void {
  const raw = text.slice(from, to);
  const trimmed = raw.trim();
  if (trimmed !== '') sentences.push({ text: trimmed, start: from + (raw.length - raw.trimStart().length) });
}
