import { readFile, writeFile } from 'node:fs/promises';

const beginOf = (name: string): string => `<!-- figures: ${name} -->`;
const end = '<!-- end of figures -->';

/**
 * Replaces what stands between `<!-- figures: name -->` and the next `<!-- end of figures -->` in a text.
 *
 * @throws Error when the marks are not there, once and in this order.
 */
export function replaceSection(text: string, name: string, content: string): string {
  const [before, rest, ...more] = text.split(beginOf(name));
  const endsAt = rest?.indexOf(end) ?? -1;
  if (before === undefined || rest === undefined || more.length > 0 || endsAt < 0)
    throw new Error(`needs one "${beginOf(name)}" with an "${end}" after it`);
  return `${before}${beginOf(name)}\n\n${content.trim()}\n\n${rest.slice(endsAt)}`;
}

/** As `replaceSection`, in a file. */
export async function writeSection(file: URL, name: string, content: string): Promise<void> {
  await writeFile(file, replaceSection(await readFile(file, 'utf8'), name, content));
}
