/** Blanks of other widths, among them the no-break spaces of Word and the thin ones of typesetters. */
const blanks = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** Soft hyphens, zero-width characters and leftover controls. Tabs stay, for they separate columns, and line feeds. */
const invisible = /(?![\t\n])\p{Cc}|[\u00ad\u200b\u200e\u200f\u2060\ufeff]/gu;

/** U+2010 and the no-break hyphen U+2011, which readers type and search as "-". */
const hyphens = /[\u2010\u2011]/g;

/** A line without any of these is as it should be; Danish is written without them. */
const unusual = /[^\x20-\x7eæøåÆØÅéÉ§½–’”“]/;

/** One line's text with every blank a space, every hyphen a "-", and nothing that cannot be seen. */
export function cleanCharacters(text: string): string {
  if (!unusual.test(text)) return text;
  return text.replace(blanks, ' ').replace(invisible, '').replace(hyphens, '-');
}
