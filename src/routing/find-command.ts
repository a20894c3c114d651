import { editDistance } from '../danish/edit-distance.js';
import { foldLetters } from '../danish/letters.js';
import type { Command } from './routes.js';

export interface FoundCommand {
  command: Command;
  /** What stands after the command's words, as written but for closing punctuation. */
  rest: string;
  /** Which of the command's words were meant, as they are listed. */
  words: string;
}

/** Shorter words have neighbours that mean something else: "vis" is not "via". */
const shortestForgiven = 4;

interface Token {
  /** Lower case, without punctuation at its end. */
  word: string;
  /** The word with its letters folded, as compared. */
  folded: string;
  /** Where it ends in the text. */
  end: number;
}

/** Drops every one of the given characters from the end; by hand, since `/[…]+$/` takes quadratic time on hostile text. */
function dropAtEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function splitTokens(text: string): Token[] {
  return [...text.matchAll(/\S+/g)].map((match) => {
    // A lone "?" is itself a word: it asks for help.
    const word = lower(dropAtEnd(match[0], '.,:;?!…') || match[0]);
    return { word, folded: foldLetters(word), end: match.index + match[0].length };
  });
}

const lower = (text: string): string => text.normalize('NFC').toLowerCase();

/** A word of a command, as listed and as compared. */
type Expected = Pick<Token, 'word' | 'folded'>;

const toExpected = (phrase: string): Expected[] =>
  lower(phrase)
    .split(' ')
    .map((word) => ({ word, folded: foldLetters(word) }));

/** Made once a command: every message is held against all of them. */
const expectedOf = new WeakMap<Command, ReadonlyMap<string, readonly Expected[]>>();

function phrasesOf(command: Command): ReadonlyMap<string, readonly Expected[]> {
  const known = expectedOf.get(command);
  if (known !== undefined) return known;
  const phrases = new Map(command.words.map((phrase) => [phrase, toExpected(phrase)]));
  expectedOf.set(command, phrases);
  return phrases;
}

/** A slip is looked for in both spellings: in "hjlæp" two letters are swapped, in its folded "hjlaep" more is wrong. */
function isSlip(expected: Expected, given: Token): boolean {
  if (expected.word.length < shortestForgiven) return false;
  if (editDistance(expected.word, given.word, 1) === 1) return true;
  const isFolded = expected.word !== expected.folded || given.word !== given.folded;
  return isFolded && editDistance(expected.folded, given.folded, 1) === 1;
}

/** Whether the text begins with the expected words, with so many slips and no fewer. */
function beginsWith(expected: readonly Expected[], tokens: readonly Token[], slips: 0 | 1): boolean {
  let seen = 0;
  for (const [index, word] of expected.entries()) {
    const given = tokens[index];
    if (given?.folded === word.folded) continue;
    seen += 1;
    if (given === undefined || seen > slips || !isSlip(word, given)) return false;
  }
  return seen === slips;
}

interface Match extends FoundCommand {
  wordCount: number;
}

const toFound = ({ command, rest, words }: Match): FoundCommand => ({ command, rest, words });

function* matchesOf(command: Command, text: string, tokens: readonly Token[], slips: 0 | 1): Generator<Match> {
  for (const [phrase, expected] of phrasesOf(command)) {
    const last = tokens[expected.length - 1];
    if (last === undefined || !beginsWith(expected, tokens, slips)) continue;
    const rest = dropAtEnd(text.slice(last.end).trim(), '.?!…').trimEnd();
    if (command.accepts(rest)) yield { command, rest, words: phrase, wordCount: expected.length };
  }
}

/**
 * Finds the command a message is, if it is one.
 *
 * A command is its words in the beginning, in any case, with `ae oe aa` for `æ ø å` and one slip of the finger in a word
 * of four letters or more, followed by something the command can use. "Møder vi kommunalbestyrelsen i maj?" begins
 * almost like "møde", but goes on like a question. Words spelled right go before words with a slip, longer
 * phrases before shorter ones; a slip that fits two commands fits none.
 */
export function findCommand(commands: readonly Command[], text: string): FoundCommand | undefined {
  const tokens = splitTokens(text);
  const longestFirst = (slips: 0 | 1): Match[] =>
    commands
      .flatMap((command) => [...matchesOf(command, text, tokens, slips)])
      .sort((one, other) => other.wordCount - one.wordCount);

  const [same] = longestFirst(0);
  if (same !== undefined) return toFound(same);

  const [first, ...others] = longestFirst(1);
  const isAmbiguous = others.some(({ command }) => command !== first?.command);
  return first === undefined || isAmbiguous ? undefined : toFound(first);
}
