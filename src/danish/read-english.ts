import lexicon from './english.json' with { type: 'json' };

/*
 * Questions in English are asked in Danish, word by word: the sources are Danish, and a search needs the right words, not
 * good grammar. `english.json` holds the forum's vocabulary and may be extended freely; a longer expression wins.
 */

const danishOf: ReadonlyMap<string, string> = new Map(Object.entries(lexicon));
const longestExpression = Math.max(...[...danishOf.keys()].map((expression) => expression.split(' ').length));

const openers = new Set(
  'what who whom whose when where which why how did does was were is are show tell list by'.split(' '),
);

/** Words no Danish question holds. Those both languages have ("for", "have", "is", "by", "list") prove nothing. */
const english = new Set(
  'what who whom when where which why how the did does was were of our about with must should will would are and has been they their'.split(
    ' ',
  ),
);
const danish = new Set(
  'hvad hvem hvor hvornår hvordan hvorfor hvilke hvilken hvilket og ikke vi det der den er blev har til på om af med skal var fik ved jeg kan et en som'.split(
    ' ',
  ),
);

/** Of words in the lower case: at least two that only English has, or one that opens a question, and fewer Danish ones. */
function isEnglish(words: readonly string[]): boolean {
  const count = (known: ReadonlySet<string>) => words.filter((word) => known.has(word)).length;
  const [first = ''] = words;
  const telling = count(english);
  return telling > count(danish) && (telling >= 2 || openers.has(first));
}

const months: Readonly<Record<string, string>> = {
  january: 'januar',
  february: 'februar',
  march: 'marts',
  april: 'april',
  may: 'maj',
  june: 'juni',
  july: 'juli',
  august: 'august',
  september: 'september',
  october: 'oktober',
  november: 'november',
  december: 'december',
};
const monthNames = Object.keys(months).join('|');
const monthFirst = new RegExp(
  String.raw`(?<!\p{L})(${monthNames}) (\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,? (\d{4}))?`,
  'giu',
);
const dayFirst = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?: of)? (${monthNames})(?!\p{L})(?:,? (\d{4}))?`,
  'giu',
);
const monthAlone = new RegExp(
  String.raw`(?<!\p{L})((?:in|since|until|by|from) )?(${monthNames})(?!\p{L})( \d{4})?`,
  'giu',
);

/** "November 14, 2019" and "14th of November 2019" as "14. november 2019"; "may" only where it must be the month. */
function readDates(text: string): string {
  const write = (day: string, month: string, year: string | undefined) =>
    `${day}. ${months[month.toLowerCase()] ?? month}${year === undefined ? '' : ` ${year}`}`;
  return text
    .replace(monthFirst, (_, month: string, day: string, year?: string) => write(day, month, year))
    .replace(dayFirst, (_, day: string, month: string, year?: string) => write(day, month, year))
    .replace(monthAlone, (whole, before: string | undefined, month: string, year: string | undefined) => {
      const mayBe = month.toLowerCase() !== 'may' || before !== undefined || year !== undefined;
      return mayBe ? `${before ?? ''}${months[month.toLowerCase()] ?? month}${year ?? ''}` : whole;
    });
}

/** The word as it stands in the lexicon: itself, or without an ending ("targets", "cars", "policies"). */
function lookUp(word: string): string | undefined {
  const tries = [
    word,
    word.replace(/['’]s$/, ''),
    word.replace(/ies$/, 'y'),
    word.replace(/es$/, ''),
    word.replace(/s$/, ''),
  ];
  for (const form of tries) {
    const found = danishOf.get(form);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * An English question in Danish words, for searching Danish minutes; undefined where the question is not English.
 * A word the lexicon lacks, such as a name, stays as it is.
 */
export function readEnglish(text: string): string | undefined {
  const dated = readDates(text);
  const tokens = dated.split(/\s+/).filter((token) => token !== '');
  const bare = tokens.map((token) =>
    token.toLowerCase().replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, ''),
  );
  if (!isEnglish(text.toLowerCase().match(/\p{L}+/gu) ?? [])) return undefined;
  const written: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    let length = Math.min(longestExpression, tokens.length - at);
    while (length > 0 && lookUp(bare.slice(at, at + length).join(' ')) === undefined) length -= 1;
    written.push(length === 0 ? (tokens[at] ?? '') : (lookUp(bare.slice(at, at + length).join(' ')) ?? ''));
    at += Math.max(1, length);
  }
  return written.filter((word) => word !== '').join(' ');
}
