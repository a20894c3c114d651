import { readdirSync, readFileSync } from 'node:fs';
import { AppError } from '../domain/app-error.js';
import { type Language, languageSpoken } from '../domain/language.js';
import { texts } from '../texts.js';
import type { AdaptiveCard } from './adaptive-card.js';
import { type CardName, cardNames } from './card-names.js';
import { type JsonValue, readSkeleton, type Skeleton, withoutFallbacks } from './card-skeleton.js';
import { fixedTextsInEnglish } from './fixed-texts.en.js';

const folder = new URL('../../cards/', import.meta.url);

/** Well under what Teams takes in one message (about 100 KB with everything else in it); a longer text goes on pages. */
export const maxCardBytes = 36 * 1024;

/** Teams renders bot cards up to this version. */
const version = '1.5';

/** Each is read once a language. */
const skeletons: Readonly<Record<Language, Map<CardName, Skeleton>>> = { da: new Map(), en: new Map() };

/** How many bytes a value takes as Teams counts it: JSON in UTF-16. */
export const cardBytes = (value: unknown): number => JSON.stringify(value).length * 2;

function loadCard(name: CardName, language: Language): Skeleton {
  const json = readFileSync(new URL(`${name}.json`, folder), 'utf8');
  const written: JsonValue = language === 'en' ? JSON.parse(json, readEnglish) : JSON.parse(json);
  const skeleton = readSkeleton(written);
  skeletons[language].set(name, skeleton);
  return skeleton;
}

/** A skeleton with its fixed texts in English; what it is filled with comes in the language spoken. */
const readEnglish = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? (fixedTextsInEnglish[value] ?? value) : value;

/**
 * Reads every card skeleton. Called at start, so that a missing or broken one stops the process and not a person's
 * question.
 *
 * @throws AppError `invalid_input` when the folder and the list of card names differ, or a skeleton cannot be read.
 */
export function loadCards(): void {
  const found = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length));
  const known: readonly string[] = cardNames;
  const faults = [
    ...found.filter((name) => !known.includes(name)).map((name) => `cards/${name}.json: no such card is known`),
    ...known.filter((name) => !found.includes(name)).map((name) => `cards/${name}.json: missing`),
  ];
  for (const name of cardNames.filter((name) => found.includes(name))) {
    try {
      loadCard(name, 'da');
    } catch (error) {
      faults.push(`cards/${name}.json: ${error instanceof Error ? error.message : 'cannot be read'}`);
    }
  }
  if (faults.length > 0) throw new AppError('invalid_input', 'the cards are not usable', { faults });
}

function fill(name: CardName, data: Readonly<Record<string, unknown>>): JsonValue {
  const language = languageSpoken();
  const skeleton = skeletons[language].get(name) ?? loadCard(name, language);
  try {
    return skeleton.fill(data);
  } catch (error) {
    throw refused(name, error instanceof Error ? error.message : 'cannot be filled');
  }
}

/**
 * A card as it is where it is small enough, else without what only old clients need: a client that draws this version knows
 * Action.Execute. undefined where not even that leaves `spareBytes`.
 */
function toSize(card: AdaptiveCard, spareBytes: number): AdaptiveCard | undefined {
  if (cardBytes(card) <= maxCardBytes) return card;
  const lean = withoutFallbacks(card as JsonValue) as AdaptiveCard;
  return cardBytes(lean) + spareBytes <= maxCardBytes ? lean : undefined;
}

/**
 * Fills a card skeleton with data and makes it safe to send: text shows as it is written, invisible characters are
 * gone, buttons have their fallback where there is room for it.
 *
 * Every field the skeleton names must be in the data.
 *
 * @throws AppError `invalid_input` when a field is missing, the version is not the one Teams renders, or the card is too large; each is a
 * fault of ours, never of the person asking.
 */
export const fillCard = (name: CardName, data: Readonly<Record<string, unknown>>): AdaptiveCard =>
  fillFirstThatFits(name, [data]);

/**
 * The same for a card that can say things at several lengths: the first version of its data that fits, the longest coming first.
 *
 * @param spareBytes left free on a card that is lean already, for what is put around it
 */
export function fillFirstThatFits(
  name: CardName,
  versions: Iterable<Readonly<Record<string, unknown>>>,
  spareBytes = 0,
): AdaptiveCard {
  for (const data of versions) {
    const card = fill(name, data);
    if (!isAdaptiveCard(card)) throw refused(name, `not an Adaptive Card of version ${version}`);
    const fitting = toSize(card, spareBytes);
    if (fitting !== undefined) return fitting;
  }
  throw refused(name, `larger than ${maxCardBytes} bytes`);
}

/** A filled card with another body, made of what was filled; undefined where it does not fit. */
export const withBody = (card: AdaptiveCard, body: readonly unknown[]): AdaptiveCard | undefined =>
  toSize({ ...card, body }, 0);

const refused = (name: CardName, fault: string): AppError =>
  new AppError('invalid_input', `cards/${name}.json: ${fault}`, { reply: texts.cardFailed });

const isAdaptiveCard = (value: unknown): value is AdaptiveCard =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  value.type === 'AdaptiveCard' &&
  'version' in value &&
  value.version === version;
