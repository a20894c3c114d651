import { type InlineToken, pairEmphasis, readDelimiterRun } from './emphasis.js';
import { readHtmlEntity } from './html-entity.js';
import { linkSuffix } from './link-target.js';

/** A line's words without the marks around them. */
export interface InlineText {
  /** May hold "\n" where the source has `<br>`. */
  text: string;
  /** One pair of bold marks encloses the whole line. */
  wholeBold: boolean;
}

/** `markdown`: all inline marks. `text`: only what conversions leave behind in plain text, links and `*emphasis*`. */
export type InlineDialect = 'markdown' | 'text';

/**
 * Resolves escapes, code spans, entities, tags, links and emphasis of one line.
 *
 * A hand-written scanner: each character is looked at a bounded number of times, however hostile the line is.
 */
export function resolveInlineMarks(line: string, dialect: InlineDialect): InlineText {
  return new InlineScanner(line, dialect).scan();
}

/** Characters at which the scanner has to look; all others are words. */
const anyMark = /[[\]*_\\`&<!]/g;
const asciiPunctuation = /^[!-/:-@[-`{-~]$/;

/** Tags that a Markdown file may use for layout; any other "<" is text. */
const layoutTag =
  /^<\/?(?:a|b|br|center|del|div|em|font|i|ins|mark|p|s|small|span|strong|sub|sup|u)(?:[\s/][^<>]*)?>$/i;
const autolink = /^<(?:(?:https?:\/\/|mailto:)[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>$/i;
const textLinkTarget = /^(?:#|https?:\/\/|mailto:|www\.)/i;

interface OpenBracket {
  token: number;
  isImage: boolean;
}

class InlineScanner {
  readonly #line: string;
  readonly #dialect: InlineDialect;
  readonly #tokens: InlineToken[] = [];
  #brackets: OpenBracket[] = [];
  #literal = '';
  /** Where code spans may end, by the number of backticks; built when the first backtick is met. */
  #backticks: Map<number, number[]> | undefined;

  constructor(line: string, dialect: InlineDialect) {
    this.#line = line;
    this.#dialect = dialect;
  }

  scan(): InlineText {
    for (let index = 0; index < this.#line.length; ) {
      const next = this.#findMark(index);
      if (next > index) index = this.#take(index, next - index);
      else index = this.#step(index);
    }
    this.#flush();
    const wholeBold = pairEmphasis(this.#tokens);
    return { text: this.#tokens.map(tokenText).join(''), wholeBold };
  }

  #findMark(index: number): number {
    anyMark.lastIndex = index;
    return anyMark.exec(this.#line)?.index ?? this.#line.length;
  }

  /** Reads what begins at `index`; returns where the next begins. */
  #step(index: number): number {
    const character = this.#line.charAt(index);
    if (character === '[') return this.#openBracket(index, false);
    if (character === ']') return this.#closeBracket(index);
    if (character === '*' || (character === '_' && this.#dialect === 'markdown')) return this.#delimiter(index);
    if (this.#dialect === 'markdown') {
      if (character === '\\') return this.#escape(index);
      if (character === '`') return this.#codeSpan(index);
      if (character === '&') return this.#entity(index);
      if (character === '<') return this.#angle(index);
      if (character === '!' && this.#line[index + 1] === '[') return this.#openBracket(index + 1, true);
    }
    return this.#take(index, 1);
  }

  #take(index: number, length: number): number {
    this.#literal += this.#line.slice(index, index + length);
    return index + length;
  }

  #flush(): void {
    if (this.#literal !== '') this.#tokens.push({ text: this.#literal });
    this.#literal = '';
  }

  #push(token: InlineToken): void {
    this.#flush();
    this.#tokens.push(token);
  }

  #delimiter(index: number): number {
    const run = readDelimiterRun(this.#line, index, this.#dialect === 'text');
    this.#push({ text: '', run });
    return index + run.length;
  }

  #escape(index: number): number {
    const next = this.#line.charAt(index + 1);
    // A backslash that ends a line is Markdown's line break, which the line's own end already is.
    if (next === '') return index + 1;
    return asciiPunctuation.test(next) ? this.#take(index + 1, 1) : this.#take(index, 1);
  }

  #entity(index: number): number {
    const entity = readHtmlEntity(this.#line, index);
    if (entity === undefined) return this.#take(index, 1);
    this.#literal += entity.characters;
    return index + entity.length;
  }

  #angle(index: number): number {
    if (this.#line.startsWith('<!--', index)) {
      const end = this.#line.indexOf('-->', index + 4);
      // Without an end there is none for later openings either, so they are text up to the line's end.
      return end < 0 ? this.#take(index, this.#line.length - index) : end + 3;
    }
    const end = findBefore(this.#line, index + 1, '>', '<');
    const tag = end < 0 ? '' : this.#line.slice(index, end + 1);
    if (layoutTag.test(tag)) {
      if (tag.slice(0, 3).toLowerCase() === '<br') this.#literal += '\n';
      return end + 1;
    }
    if (!autolink.test(tag)) return this.#take(index, 1);
    this.#literal += tag.slice(1, -1);
    return end + 1;
  }

  #codeSpan(index: number): number {
    this.#backticks ??= backtickRuns(this.#line);
    let length = 1;
    while (this.#line[index + length] === '`') length += 1;
    const ends = this.#backticks.get(length) ?? [];
    while ((ends.at(-1) ?? Number.POSITIVE_INFINITY) <= index) ends.pop();
    const end = ends.pop();
    if (end === undefined) return this.#take(index, length);
    this.#take(index + length, end - index - length);
    return end + length;
  }

  #openBracket(index: number, isImage: boolean): number {
    this.#push({ text: isImage ? '![' : '[' });
    this.#brackets.push({ token: this.#tokens.length - 1, isImage });
    return index + 1;
  }

  #closeBracket(index: number): number {
    const target = readTarget(this.#line, index + 1, this.#dialect);
    const open = this.#brackets.pop();
    if (open === undefined || target === undefined) return this.#take(index, 1);
    this.#flush();
    this.#tokens[open.token] = { text: '' };
    if (!open.isImage) {
      // Links do not nest; forgetting the brackets outside keeps every token from being joined twice.
      this.#brackets = [];
      const words = this.#tokens.slice(open.token).map(tokenText).join('');
      this.#push({ text: linkSuffix(words, target.text) });
    }
    return target.end;
  }
}

function tokenText({ text, run }: InlineToken): string {
  return run === undefined ? text : run.character.repeat(run.left);
}

/** The first `wanted` from `from` on, unless `stop` comes before it; -1 when there is none. */
function findBefore(line: string, from: number, wanted: string, stop: string): number {
  for (let index = from; index < line.length; index += 1) {
    if (line[index] === wanted) return index;
    if (line[index] === stop) return -1;
  }
  return -1;
}

/** "(target)" or "(target "title")" at `index`. Parentheses may nest once, as they do in encyclopedia addresses. */
function readTarget(line: string, index: number, dialect: InlineDialect): { text: string; end: number } | undefined {
  if (line[index] !== '(') return undefined;
  let depth = 0;
  for (let end = index + 1; end < line.length; end += 1) {
    const character = line[end];
    if (character === '[') return undefined;
    if (character === '(') {
      depth += 1;
      if (depth > 1) return undefined;
    } else if (character === ')') {
      depth -= 1;
      if (depth < 0) return targetBetween(line, index + 1, end, dialect);
    }
  }
  return undefined;
}

function targetBetween(line: string, start: number, end: number, dialect: InlineDialect) {
  const inside = line.slice(start, end).trim();
  const blank = inside.search(/\s/);
  const address = blank < 0 ? inside : inside.slice(0, blank);
  const rest = blank < 0 ? '' : inside.slice(blank).trim();
  // "[note] (see the annex)" and the like are words, not an address.
  if (rest !== '' && !rest.startsWith('"') && !rest.startsWith("'")) return undefined;
  if (dialect === 'text' && !textLinkTarget.test(address)) return undefined;
  const text = address.startsWith('<') && address.endsWith('>') ? address.slice(1, -1) : address;
  return { text, end: end + 1 };
}

/** Starts of backtick runs by length, last first, so that the nearest is popped. */
function backtickRuns(line: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (let index = line.length - 1; index >= 0; index -= 1) {
    if (line[index] !== '`') continue;
    const end = index;
    while (line[index - 1] === '`') index -= 1;
    const length = end - index + 1;
    const starts = runs.get(length) ?? [];
    starts.push(index);
    runs.set(length, starts);
  }
  return runs;
}
