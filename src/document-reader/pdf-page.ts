import type { getResolvedPDFJS } from 'unpdf';

type Pdfjs = Awaited<ReturnType<typeof getResolvedPDFJS>>;
type PdfPage = Awaited<ReturnType<Awaited<ReturnType<Pdfjs['getDocument']>['promise']>['getPage']>>;
type PdfText = Awaited<ReturnType<PdfPage['getTextContent']>>;

/** Words drawn in one go. Lengths are in points (1/72 inch), measured from the upper left corner as the page is read. */
export interface TextRun {
  text: string;
  x: number;
  /** Of the baseline, downwards. */
  y: number;
  width: number;
  /** Of the font. */
  size: number;
  bold: boolean;
}

export interface PdfPageText {
  height: number;
  /** In the order in which they were drawn. Runs of blanks only are kept: they tell words apart. */
  runs: TextRun[];
}

const boldFontName = /bold|black|heavy|semibold|demi/i;

/** Reads the words of one page with their places and fonts. */
export async function readPdfPage(page: PdfPage): Promise<PdfPageText> {
  const { items, styles } = await page.getTextContent();
  const boldFonts = await findBoldFonts(page, Object.keys(styles));
  const { height, transform } = page.getViewport({ scale: 1 });
  const runs = items.flatMap((item) => ('str' in item ? [toRun(item, transform, boldFonts)] : []));
  return { height, runs: runs.filter((run) => run.text !== '') };
}

/** The text content names fonts by number only; their real names come with the drawing operators. */
async function findBoldFonts(page: PdfPage, fonts: readonly string[]): Promise<Set<string>> {
  if (fonts.some((font) => !page.commonObjs.has(font))) await page.getOperatorList();
  return new Set(fonts.filter((font) => isBold(page.commonObjs.has(font) ? page.commonObjs.get(font) : undefined)));
}

function isBold(font: unknown): boolean {
  if (typeof font !== 'object' || font === null) return false;
  const { name, bold, black } = font as { name?: unknown; bold?: unknown; black?: unknown };
  return bold === true || black === true || (typeof name === 'string' && boldFontName.test(name));
}

function toRun(
  item: Extract<PdfText['items'][number], { str: string }>,
  page: number[],
  boldFonts: Set<string>,
): TextRun {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = page;
  const [, , skew = 0, scale = 0, x = 0, y = 0] = item.transform as number[];
  return {
    // Ligatures such as "ﬁ" are a matter of the font; NFKC would also change "½" and "m²".
    text: item.str.replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC')).normalize('NFC'),
    x: a * x + c * y + e,
    y: b * x + d * y + f,
    width: item.width,
    size: Math.hypot(skew, scale),
    bold: boldFonts.has(item.fontName),
  };
}
