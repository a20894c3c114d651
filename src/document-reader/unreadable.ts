import { AppError } from '../domain/app-error.js';
import { documentLimits } from './document-limits.js';
import { unreadableReplies } from './phrases.js';

/** Why a file cannot be read. */
export type UnreadableReason = keyof typeof unreadableReplies;

const megabytes = (bytes: number): string => `${bytes / 1024 / 1024} MB`;

const messages: Record<UnreadableReason, string> = {
  empty: 'The file is empty. Send it again.',
  tooLarge: `The file is larger than ${megabytes(documentLimits.fileBytes)}. Save it without pictures and attachments.`,
  unsupported: 'The file is not .pdf, .docx, .md or .txt. Save it as one of these.',
  binary: 'The file holds no text but binary data. Send a PDF, a .docx, Markdown or plain text.',
  password: 'The file is protected by a password. Save it without one.',
  scanned: 'The PDF has no text layer (a scan). Save it as PDF from the case system, or send the Word file.',
  noText: 'The file holds no text. Check that it is the right file.',
  damaged: 'The file is damaged. Save it again and send the new copy.',
  tooManyPages: `The PDF has more than ${documentLimits.pdf.pages} pages. Split it into one file a meeting.`,
  tooMuchText: 'The file holds too much text. Split it into one file a meeting.',
  oldWord: 'The file is in the old Word format (.doc). Save it as .docx or PDF.',
  notWord: 'The .docx is not built as Word builds them. Open it in Word, and save it again.',
  outsideContent: 'The .docx takes in content from elsewhere. Save it as PDF.',
  script: 'The PDF holds a program (JavaScript). Save it as PDF again, from Word or the case system.',
  unpacksTooLarge: 'The .docx unpacks to too much. Save it without pictures and attachments.',
};

/** The `invalid_input` error for a file that cannot be read: what is wrong and what to do, in English and Danish. */
export function unreadable(reason: UnreadableReason, cause?: unknown): AppError {
  return new AppError('invalid_input', messages[reason], { reply: unreadableReplies[reason], cause });
}
