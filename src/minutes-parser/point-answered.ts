/** Words that say nothing about which point is meant. */
const empty = new Set(
  (
    'at og i på af til for fra med om den det de der som en et er blev bliver ved samt under over ud op ind dog også sin sit sine deres ' +
    'indstilling indstillingen indstillingerne punkt punkter punktet punkterne chefforum cf forum efterretning orientering ' +
    'følgende bemærkning bemærkninger kommentar kommentarer øvrige alle hele enstemmigt hermed idet'
  ).split(' '),
);

/**
 * The one recommendation point (1-based) that holds every word of what was decided, as printed; null when several or none do.
 *
 *     decided:  Chefforum godkendte | de fem temaer.
 *     points:   1. at de fem temaer godkendes   2. at der udpeges en tovholder for hvert tema
 *               ^ point 1
 */
export function pointAnswered(before: string, after: string, points: readonly string[]): number | null {
  // In "Dagsordenen blev godkendt" the thing decided stands before the verb.
  const decided = contentWords(after);
  const object = decided.length > 0 ? decided : contentWords(before);
  if (object.length === 0) return null;
  const holding = points.flatMap((point, index) => {
    const words = new Set(contentWords(point));
    return object.every((word) => words.has(word)) ? [index + 1] : [];
  });
  return holding.length === 1 ? (holding[0] ?? null) : null;
}

/** "Punkt 2 blev godkendt", "Ad 1: …", "indstillingens pkt. 3": the point the words name; null for several ("punkt 1 og 2"). */
export function pointNamed(sentence: string): number | null {
  const match =
    /(?:^ad\.?|(?<!\p{L})(?:indstillingens )?(?:punkt|pkt\.?)) (\d{1,2})(?![\d.:]\d)(?! ?(?:og|,|-|–) ?\d)/iu.exec(
      sentence,
    );
  return match === null ? null : Number(match[1]);
}

function contentWords(text: string): string[] {
  const main = text.split(/, (?=(?:at|der|som|hvor|idet|dog|da|så|med)(?!\p{L}))/u)[0] ?? '';
  const words = contentOf(main);
  return words.length > 0 ? words : contentOf(text);
}

function contentOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word.length > 1 && !empty.has(word));
}
