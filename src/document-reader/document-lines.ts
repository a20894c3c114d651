/** The formats Referent reads. */
export type DocumentFormat = 'text' | 'markdown' | 'pdf' | 'docx';

/**
 * One line of a document in the common plain form, whatever the file was: page headers and footers gone, wrapped
 * lines of PDF rejoined, Markdown marks and escapes resolved, list marks kept ("- ", "1. "), nested lists indented by two spaces
 * a level, paragraphs separated by empty lines.
 */
export interface DocumentLine {
  /** 1-based line of the file as read; for PDF and DOCX of the text drawn from it. */
  number: number;
  /** 1-based page; null where the format has none. */
  page: number | null;
  text: string;
  /** The document marks the line as a heading (`#`, `**bold**` alone on a line, a Word heading style, larger type). */
  heading: boolean;
}

export interface DocumentLines {
  format: DocumentFormat;
  lines: DocumentLine[];
  /** 1-based pages of a PDF that hold no text: empty ones, or scanned ones, whose content is not read. */
  pagesWithoutText?: readonly number[];
}
