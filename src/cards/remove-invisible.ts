/**
 * What a reader cannot see, and what can make text read otherwise than it is written: format characters (zero-width,
 * bidirectional controls, the tag block), private-use characters, lone surrogates, variation selectors, blank
 * Hangul fillers and control characters other than line breaks and tabs. The soft hyphen (U+00AD) stays: it is harmless and stands in documents.
 */
const invisible =
  /(?!\u00AD)[\p{Cf}\p{Co}\p{Cs}\uFE00-\uFE0F\u{E0100}-\u{E01EF}\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u3164\uFFA0]|(?![\n\r\t])\p{Cc}/gu;

/** The text without invisible characters; every kind of line break is `\n`. Letters, accents and the soft hyphen stay. */
export function removeInvisible(text: string): string {
  return text.replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n').replace(invisible, '');
}
