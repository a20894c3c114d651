/**
 * What a reader cannot see, and what can make text read otherwise than it is written: format characters (zero-width,
 * bidirectional controls, the tag block), private-use characters, lone surrogates, fillers
 * and control characters other than line breaks and tabs. The soft hyphen (U+00AD) stays: it is harmless and stands in
 * documents.
 */
const invisible = /(?!\u00AD)[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Co}\p{Cs}]|(?![\n\r\t])\p{Cc}/gu;

/** The text without invisible characters; every kind of line break is `\n`. Letters, accents and the soft hyphen stay. */
export function removeInvisible(text: string): string {
  return text.replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n').replace(invisible, '');
}
