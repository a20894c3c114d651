import { splitSentences } from '../danish/sentences.js';
import type { Section, SectionKind } from '../domain/agenda-item.js';

/** A sentence or a list point of a section, letter for letter. */
export interface Passage {
  section: SectionKind;
  /** Which of the item's sections, from 0. */
  sectionIndex: number;
  /** Place in the section's text. */
  start: number;
  end: number;
  text: string;
  kind: 'sentence' | 'point' | 'heading';
  /** The heading it stands under, for a list point the sentence right above the list; empty where there is none. */
  under: string;
  /** The heading it stands under, further up where a sentence leads in; empty where there is none. */
  heading: string;
  /** Passages of one paragraph, or of one list, share a number. */
  group: number;
}

const pointMark = /^\s*(?:[-•–*]|\d{1,2}[.)]|[a-zæøå]\))\s+/u;

/** A short line without an end mark, standing alone above text. */
const isHeading = (line: string): boolean => line.length <= 90 && !/[.:;,!?]$/.test(line) && /^[\p{Lu}\d]/u.test(line);

interface Line {
  start: number;
  text: string;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const raw of text.split('\n')) {
    const lead = raw.length - raw.trimStart().length;
    lines.push({ start: start + lead, text: raw.trim() });
    start += raw.length + 1;
  }
  return lines;
}

/** Reads one section's lines, keeping in mind what they stand under. */
class SectionReader {
  readonly passages: Passage[] = [];
  #heading = '';
  #leadIn = '';
  #inList = false;
  #group: number;
  readonly #section: Section;
  readonly #sectionIndex: number;

  constructor(section: Section, sectionIndex: number, group: number) {
    this.#section = section;
    this.#sectionIndex = sectionIndex;
    this.#group = group;
  }

  get group(): number {
    return this.#group;
  }

  read(): void {
    const isList = this.#section.kind === 'attachments' || this.#section.kind === 'absent';
    for (const line of linesOf(this.#section.text)) {
      if (line.text === '') continue;
      if (isList || pointMark.test(line.text)) this.#readPoint(line);
      else this.#readProse(line);
    }
  }

  #readPoint(line: Line): void {
    // Points share the group of the sentence right above them, so that a quote can hold both.
    if (!this.#inList && this.#leadIn === '') this.#group += 1;
    this.#inList = true;
    this.#add('point', line.start, line.text, this.#leadIn === '' ? this.#heading : this.#leadIn);
  }

  #readProse(line: Line): void {
    this.#inList = false;
    this.#leadIn = '';
    this.#group += 1;
    if (isHeading(line.text)) {
      this.#heading = line.text;
      this.#add('heading', line.start, line.text, '');
      return;
    }
    for (const sentence of splitSentences(line.text)) {
      this.#add('sentence', line.start + sentence.start, sentence.text, this.#heading);
      this.#leadIn = sentence.text;
    }
  }

  #add(kind: Passage['kind'], start: number, text: string, under: string): void {
    // Written out: a spread here takes five times as long, and a question makes hundreds of passages.
    this.passages.push({
      section: this.#section.kind,
      sectionIndex: this.#sectionIndex,
      start,
      end: start + text.length,
      text,
      kind,
      under,
      heading: kind === 'heading' ? '' : this.#heading,
      group: this.#group,
    });
  }
}

/** Takes an item's sections apart into sentences and list points, in order. */
export function splitPassages(sections: readonly Section[]): Passage[] {
  let group = 0;
  return sections.flatMap((section, sectionIndex) => {
    const reader = new SectionReader(section, sectionIndex, group + 1);
    reader.read();
    group = reader.group;
    return reader.passages;
  });
}
