import { isPlain } from './is-plain.js';
import { removeInvisible } from './remove-invisible.js';

/*
 * Teams reads Markdown in messages and in the text of cards, each client with a reader of its own. Text from minutes and
 * from people must look there as it is written, and must never become a link, a picture, a mention or another layout.
 *
 * Only what would act is escaped, for the readers in some older mobile clients show the backslash. Brackets, dots, dashes and
 * "&" in ordinary text stay untouched: "Økonomi & Stab (10 min.)".
 */

const noBreakSpace = '\u00A0';

/** Two-letter endings are country domains; of the longer ones those that readers turn into links without "http". */
const domainEnding =
  'aero|asia|biz|com|coop|edu|gov|info|museum|name|net|org|pro|shop|web|xxx|xn--[a-z0-9-]+|рф|[a-z]{2}';

/** One alternative a construct; the first that matches at a place decides. */
const constructs = new RegExp(
  [
    String.raw`(?<backslash>\\(?![\p{L}\p{N}\s]))`,
    '(?<always>[`*\\[~|])',
    String.raw`(?<underscore>(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}]))`,
    '(?<less><)',
    '(?<entity>&(?=#?[a-z0-9]{1,31};))',
    // The date macros of Adaptive Cards: {{DATE(…)}}.
    String.raw`(?<macro>(?<=\{)\{)`,
    '(?<slash>(?<=/)/)',
    String.raw`(?<at>(?<=\S)@(?=\S))`,
    String.raw`(?<www>(?<=www)\.)`,
    String.raw`(?<dot>(?<=\S)\.(?=(?:${domainEnding})(?![\p{L}\p{N}])))`,
  ].join('|'),
  'giu',
);

const replacements: Readonly<Record<string, string>> = { less: '&lt;', entity: '&amp;' };

function escapeInline(text: string): string {
  return text.replace(constructs, (found: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Record<string, string | undefined>;
    const name = Object.keys(groups).find((key) => groups[key] !== undefined) ?? '';
    return replacements[name] ?? `\\${found}`;
  });
}

/** Makes a line's beginning mean nothing to Markdown: no list, heading, quote, rule or underline. */
function escapeLine(line: string): string {
  const text = line.trim();
  const indent = noBreakSpace.repeat(Math.min(line.length - line.trimStart().length, 8));

  const bullet = /^[-*•]\s+(?=\S)/.exec(text)?.[0];
  // Clients cut the white space a text begins with, so a nested point is told by its mark.
  const mark = indent === '' ? '•' : '–';
  if (bullet !== undefined) return `${indent}${mark} ${escapeInline(text.slice(bullet.length))}`;

  // A marker makes a list or heading only with an ordinary space behind it.
  const marker = /^(?:\d+[.)]|\+|#{1,6})(?=\s|$)/.exec(text)?.[0];
  if (marker !== undefined) {
    const rest = text.slice(marker.length).trimStart();
    return `${indent}${marker}${noBreakSpace}${escapeInline(rest)}`;
  }
  if (text.startsWith('>')) return `${indent}&gt;${escapeInline(text.slice(1))}`;
  // "---", "===" and ":--" below a line make it a heading or a table.
  if (/^[-=+:][-=+:|\s]*$/.test(text)) return `${indent}\\${escapeInline(text)}`;
  return `${indent}${escapeInline(text)}`;
}

/**
 * Escapes a text for a place that reads Markdown, so that it shows as it is written.
 *
 * Lines stay lines, an empty line begins a new paragraph, list points get a bullet ("• ", nested ones "– "), numbers stay numbers, and
 * indentation is kept with no-break spaces. Invisible characters are removed.
 */
export function escapeMarkdown(text: string): string {
  if (isPlain(text)) return text;
  return removeInvisible(text)
    .split('\n')
    .reduce<string[][]>(
      (paragraphs, line) => {
        if (line.trim() === '') paragraphs.push([]);
        else paragraphs.at(-1)?.push(escapeLine(line));
        return paragraphs;
      },
      [[]],
    )
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('  \n'))
    .join('\n\n');
}
