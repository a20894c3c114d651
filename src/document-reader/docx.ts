import mammoth from 'mammoth';
import type { DocumentLines } from './document-lines.js';
import { checkDocx } from './docx-guard.js';
import { readHtmlLines } from './html-lines.js';
import { headingStyleNames } from './phrases.js';
import { unreadable } from './unreadable.js';

const styleMap = headingStyleNames.map(([style, level]) => `p[style-name='${style}'] => h${level}:fresh`);

/**
 * Reads a Word document into the common plain form. Inserted text counts, deleted text does not; headers and footers
 * are left out.
 *
 * @throws AppError `invalid_input` for damage, a password, no text, another kind of zip, or more than the limits allow.
 */
export async function readDocx(bytes: Uint8Array): Promise<DocumentLines> {
  await checkDocx(bytes);
  const lines = readHtmlLines(await convertToHtml(bytes));
  if (lines.length === 0) throw unreadable('noText');
  return { format: 'docx', lines };
}

async function convertToHtml(bytes: Uint8Array): Promise<string> {
  try {
    const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap, convertImage });
    return value;
  } catch (error) {
    throw unreadable('damaged', error);
  }
}
