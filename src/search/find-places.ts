import { type Found, toFound } from './found.js';

/** "på Kursuscenter Skovhuset", "i Mødelokale 4": a place by its name. */
const namedPlace = /(?<!\p{L})(?:på|i|hos|ved)\s(?:\p{L}+\s)?\p{Lu}[\p{L}é]+(?:\s(?:\p{Lu}[\p{L}é]+|\d{1,4}))*/gu;
/** "i byrådssalen", "på rådhuset", "på biblioteket": a place by what it is. */
const builtPlace =
  /(?<!\p{L})(?:på|i|hos|ved)\s(?:den\s|det\s|de\s)?\p{L}*(?:huset|salen|lokalet|centret|centeret|biblioteket|hallen|skolen|gården|stationen|kantinen|pladsen|stuen|etage|sal)(?!\p{L})(?:\s\p{Lu}\p{L}+)*/gu;

const month =
  /\s(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|chefforum|byrådet|økonomiudvalget|hovedmed)(?!\p{L})/iu;

/** Where something is or is held, in order; a named place answers better than "på skolen". */
export function findPlaces(text: string): Found[] {
  const named = [...text.matchAll(namedPlace)].map(toFound).filter((found) => !month.test(found.text));
  const built = [...text.matchAll(builtPlace)]
    .map(toFound)
    .filter((found) => !named.some((other) => other.start === found.start))
    .map((found) => ({ ...found, quality: 0.6 }));
  return [...named, ...built].sort((one, other) => one.start - other.start);
}
