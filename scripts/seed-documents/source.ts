/** The written form of one seed document: the text as it is to be read, and what a right reading of it must find. */

export type SectionKind =
  | 'occasion'
  | 'summary'
  | 'case'
  | 'supplementaryCase'
  | 'recommendation'
  | 'vision'
  | 'economy'
  | 'legal'
  | 'citizens'
  | 'history'
  | 'decision'
  | 'attachments'
  | 'absent';

export type Format = 'txt' | 'md' | 'pdf' | 'docx';

/** How Markdown prints a heading: the number signs, and whether the words are bold as well. */
export interface HeadingStyle {
  readonly marks: string;
  readonly bold: boolean;
}

export interface MarkdownStyle {
  readonly item: HeadingStyle;
  readonly section: HeadingStyle;
}

export interface SourceSection {
  readonly kind: SectionKind;
  /** Undefined when the document shows no heading line for the section. */
  readonly heading: string | undefined;
  /** "Fraværende" printed on the same line as the names. */
  readonly inline: boolean;
  readonly style: MarkdownStyle;
  readonly lines: string[];
}

export interface SourceCommitment {
  readonly text: string;
  readonly owner: string | null;
  readonly due: string | null;
  readonly dueText: string | null;
  readonly meeting: string | null;
  readonly inferred: boolean;
}

export interface Trap {
  readonly id: string;
  readonly what: string;
}

export interface SourceItem {
  readonly title: string;
  readonly style: MarkdownStyle;
  readonly directives: Map<string, string[]>;
  readonly sections: SourceSection[];
}

export interface Source {
  readonly date: string;
  readonly format: Format;
  readonly directives: Map<string, string[]>;
  readonly items: SourceItem[];
}

/** Stands in a source for "the line ends here", so that one text can be broken at a chosen word. */
export const lineBreak = '⏎';

export function first(directives: Map<string, string[]>, name: string): string | undefined {
  return directives.get(name)?.[0];
}

export function all(directives: Map<string, string[]>, name: string): string[] {
  return directives.get(name) ?? [];
}

export function trapsOf(directives: Map<string, string[]>): Trap[] {
  return all(directives, 'trap').map((line) => {
    const [id, ...words] = line.split(' ');
    return { id: id ?? '', what: words.join(' ') };
  });
}

/** Case text without the marks of its format, on one line: what a reader sees. */
export function plain(text: string): string {
  return text
    .replaceAll(lineBreak, ' ')
    .replace(/^=== /, '')
    .replace(/^#+ /, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(?<!\\)\*+/g, '')
    .replace(/\\([\\`*_{}[\]()#+.!&|-])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
