/** Anything that may be invisible, or mean something to Markdown, to JSON or to the skeletons' language; more than does. */
const mayMean =
  /[^A-Za-z0-9\u00C0-\u024F ,;:!?()'%§·–—…+/&.-]|\.(?![\d ]|$)|\/\/|&[#a-z0-9]|www|^(?:[ +:-]|\d+[.)](?: |$))| $/i;

/** Whether a text is one ordinary line that shows and travels as it is; most are, and need no slower look. */
export const isPlain = (text: string): boolean => !mayMean.test(text);
