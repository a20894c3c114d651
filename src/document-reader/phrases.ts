/** The Danish words of the document reader: what a chat user is told, and what printed pages say in their margins. */

const sendAnother = 'Gem den som PDF fra SBSYS, eller send Word-filen.';

export const unreadableReplies = {
  empty: 'Jeg kunne ikke læse filen: den er tom. Send den igen.',
  tooLarge: 'Jeg kunne ikke læse filen: den fylder mere end 20 MB. Gem den uden billeder og bilag, og send den igen.',
  unsupported:
    'Jeg kunne ikke læse filen: jeg læser PDF, Word (.docx), Markdown og ren tekst. Gem den i et af de formater, og send den igen.',
  binary: `Jeg kunne ikke læse filen: den indeholder ikke tekst. ${sendAnother}`,
  password: 'Jeg kunne ikke læse filen: den er beskyttet med adgangskode. Gem den uden adgangskode, og send den igen.',
  scanned: `Jeg kunne ikke læse filen: den har intet tekstlag. ${sendAnother}`,
  noText: 'Jeg kunne ikke læse filen: der er ingen tekst i den. Se, om det er den rigtige fil, og send den igen.',
  damaged: 'Jeg kunne ikke læse filen: den er beskadiget. Gem den igen, og send den på ny.',
  tooManyPages: 'Jeg kunne ikke læse filen: den har mere end 500 sider. Del den op, og send én fil pr. møde.',
  tooMuchText: 'Jeg kunne ikke læse filen: der er for meget tekst i den. Del den op, og send én fil pr. møde.',
  oldWord:
    'Jeg kunne ikke læse filen: den er i det gamle Word-format (.doc). Gem den som .docx eller PDF, og send den igen.',
  notWord:
    'Jeg kunne ikke læse filen: den er ikke bygget som et Word-dokument. Åbn den i Word, gem den igen, og send den nye kopi.',
  outsideContent:
    'Jeg kunne ikke læse filen: den henter indhold fra andre steder. Gem den som PDF, og send den i stedet.',
  script:
    'Jeg kunne ikke læse filen: der ligger et program i den. Gem den som PDF på ny fra Word eller SBSYS, og send den igen.',
  unpacksTooLarge:
    'Jeg kunne ikke læse filen: den fylder for meget, når den pakkes ud. Gem den uden billeder og bilag, og send den igen.',
} as const;

/** "Side 3 af 15", "Side 3/15", "Side 3": a page number that names itself. Searched for at both ends of a line. */
export const namedPageNumberAtEnd = /\b(?:side|page) (\d{1,4})(?: ?(?:af|of|\/) ?\d{1,4})?$/i;
export const namedPageNumberAtStart = /^(?:side|page) (\d{1,4})(?: ?(?:af|of|\/) ?\d{1,4})?(?=$|\s|\|)/i;

/** A line that begins an item never goes on with the paragraph of the page before. */
export const itemStart = /^punkt \d/i;

/** "13. april": a number with a dot that marks no list point. */
export const dayOfMonth =
  /^\d{1,2}\. (?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b/i;

/** "kl.", "den 13.", "pr.": a dot that ends no sentence. */
export const abbreviationEnd =
  /(?:^|[\s(])(?:\p{L}|\d{1,2}|kl|nr|pkt|ca|jf|evt|bl\.a|f\.eks|fx|vedr|mio|mia|pr|tlf|afd|inkl|ekskl|hhv|ift|mht|mhp|iht)\.$/u;

/** "børne- og ungeområdet": the hyphen stands for a left-out part, and the next word is a word of its own. */
export const wordsAfterOpenHyphen: ReadonlySet<string> = new Set([
  'og',
  'eller',
  'samt',
  'og/eller',
  'til',
  'men',
  'som',
]);

/** Word's own names of the styles that mark a title or heading beyond "heading 1" to "heading 6". */
export const headingStyleNames: readonly (readonly [style: string, level: number])[] = [
  ['Title', 1],
  ['Titel', 1],
  ['Subtitle', 2],
  ['Undertitel', 2],
  ['TOC Heading', 1],
  ['Overskrift', 1],
  ...[1, 2, 3, 4, 5, 6].map((level) => [`Overskrift ${level}`, level] as const),
];
