import { caseNumberOf } from './heading-lines.js';
import { all, first, plain, type SectionKind, type Source, type SourceCommitment, type SourceItem } from './source.js';

export interface ItemFacts {
  readonly number: number;
  readonly title: string;
  readonly topic: string;
  readonly caseNumber: string | null;
  readonly sectionKinds: SectionKind[];
  readonly proposer: string | null;
  readonly points: number;
  readonly decisionStart: string | null;
  readonly decisionEnd: string | null;
  readonly attachments: string[];
  readonly absent: string[];
  readonly timeSlot: string[] | null;
  readonly durationMinutes: number | null;
  readonly presenters: string[];
  readonly guests: string[];
  readonly closed: boolean;
  readonly kind: string;
  readonly outcomes: string[];
  readonly commitments: SourceCommitment[];
}

export interface DocumentFacts {
  readonly kind: 'minutes';
  readonly forum: 'Chefforum';
  readonly date: string;
  readonly startTime: string;
  readonly endTime: string | null;
  readonly place: string;
  readonly participants: string[];
  readonly pages: readonly number[];
  readonly items: ItemFacts[];
  readonly file: string;
}

export function toFacts(source: Source, pages: readonly number[]): DocumentFacts {
  return {
    kind: 'minutes',
    forum: 'Chefforum',
    date: source.date,
    startTime: first(source.directives, 'start') ?? '',
    endTime: first(source.directives, 'end') ?? null,
    place: plain(first(source.directives, 'place') ?? ''),
    participants: names(first(source.directives, 'participants')),
    pages,
    items: source.items.map((item, index) => itemFacts(item, index + 1)),
    file: `${source.date}.${source.format}`,
  };
}

function itemFacts(item: SourceItem, number: number): ItemFacts {
  const title = plain(item.title);
  const recommendation = textLines(item, 'recommendation');
  const decision = textLines(item, 'decision');
  const slot = first(item.directives, 'slot')?.split(' ') ?? null;
  return {
    number,
    title,
    topic: first(item.directives, 'topic') ?? title.replace(/^CF - /, ''),
    caseNumber: caseNumberOf(item) ?? null,
    sectionKinds: item.sections
      .map((section) => section.kind)
      .filter((kind) => kind !== 'attachments' && kind !== 'absent'),
    proposer: proposerOf(recommendation),
    points: recommendation.filter((line) => /^\d+\. /.test(line)).length,
    decisionStart: decision[0]?.split(' ').slice(0, 5).join(' ') ?? null,
    decisionEnd: decision.at(-1)?.split(' ').slice(-3).join(' ') ?? null,
    attachments: textLines(item, 'attachments'),
    absent: names(textLines(item, 'absent').join(' ')),
    timeSlot: slot,
    durationMinutes: durationOf(item, slot),
    presenters: list(first(item.directives, 'presenters')),
    guests: list(first(item.directives, 'guests')),
    closed: item.directives.has('closed'),
    kind: required(item, 'kind'),
    outcomes: required(item, 'outcome').split(' '),
    commitments: all(item.directives, 'commit').map((line) => commitmentOf(line, item)),
  };
}

function textLines(item: SourceItem, kind: SectionKind): string[] {
  return item.sections
    .filter((section) => section.kind === kind)
    .flatMap((section) => section.lines.map(plain))
    .filter((line) => line !== '');
}

function proposerOf(recommendation: readonly string[]): string | null {
  const line = recommendation.find((candidate) => candidate.endsWith(' indstiller,'));
  return line === undefined ? null : line.slice(0, -' indstiller,'.length);
}

function durationOf(item: SourceItem, slot: readonly string[] | null): number | null {
  const minutes = first(item.directives, 'minutes');
  if (minutes !== undefined) return Number(minutes);
  if (slot === null) return null;
  const [from = 0, to = 0] = slot.map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
  return to - from;
}

/** The names of "NAME (TITLE, WITH COMMAS), NAME": commas inside parentheses part nothing. */
function names(text: string | undefined): string[] {
  return plain(text ?? '')
    .replace(/\([^)]*\)/g, '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function list(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(', ');
}

/** `owner | due | dueText | meeting | yes or no | the words`, a dash for nothing. */
function commitmentOf(line: string, item: SourceItem): SourceCommitment {
  const parts = line.split(' | ').map((part) => (part === '-' ? null : part));
  const [owner = null, due = null, dueText = null, meeting = null, inferred = null, text = null] = parts;
  const words = plain(item.sections.flatMap((section) => section.lines.map(plain)).join(' '));
  for (const quote of [text, dueText]) {
    // A quotation that the document does not hold would make a test fail for the wrong reason.
    if (quote !== null && !words.includes(quote)) throw new Error(`Not in "${item.title}": ${quote}`);
  }
  if (text === null) throw new Error(`A commitment without words in "${item.title}"`);
  return { text, owner, due, dueText, meeting, inferred: inferred === 'yes' };
}

function required(item: SourceItem, name: string): string {
  const value = first(item.directives, name);
  if (value === undefined) throw new Error(`"${item.title}" has no "% ${name}" line`);
  return value;
}
