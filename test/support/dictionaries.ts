import { english as archiveEnglish } from '../../src/features/archive/phrases.en.js';
import { danish as archiveDanish } from '../../src/features/archive/phrases.js';
import {
  englishCard,
  englishHeadings as englishColumns,
  englishSections,
} from '../../src/features/decisions/card-phrases.en.js';
import {
  danishCard,
  danishHeadings as danishColumns,
  danishSections,
} from '../../src/features/decisions/card-phrases.js';
import { english as decisionsEnglish } from '../../src/features/decisions/phrases.en.js';
import { danish as decisionsDanish } from '../../src/features/decisions/phrases.js';
import { english as helpEnglish } from '../../src/features/help/phrases.en.js';
import { danish as helpDanish } from '../../src/features/help/phrases.js';
import { englishRefusals } from '../../src/features/members/phrases.en.js';
import { danishRefusals } from '../../src/features/members/phrases.js';
import {
  englishButtons,
  englishHeadings,
  englishOutcomes,
  english as minutesEnglish,
} from '../../src/features/minutes/phrases.en.js';
import {
  danishButtons,
  danishHeadings,
  danishOutcomes,
  danish as minutesDanish,
} from '../../src/features/minutes/phrases.js';
import { english as storeEnglish } from '../../src/store/phrases.en.js';
import { danish as storeDanish } from '../../src/store/phrases.js';
import { english as textsEnglish } from '../../src/texts.en.js';
import { danish as textsDanish } from '../../src/texts.js';

/** Everything Referent says in two languages, Danish first. */
export const dictionaries: readonly [name: string, danish: object, english: object][] = [
  ['texts', textsDanish, textsEnglish],
  ['archive', archiveDanish, archiveEnglish],
  ['answers', decisionsDanish, decisionsEnglish],
  ['answer cards', danishCard, englishCard],
  ['sections', danishSections, englishSections],
  ['columns of a list', danishColumns, englishColumns],
  ['help', helpDanish, helpEnglish],
  ['minutes', minutesDanish, minutesEnglish],
  ['buttons on minutes', danishButtons, englishButtons],
  ['headings on minutes', danishHeadings, englishHeadings],
  ['outcomes', danishOutcomes, englishOutcomes],
  ['refusals', danishRefusals, englishRefusals],
  ['store', storeDanish, storeEnglish],
];

/** Every text of a dictionary by its name: what is made of something is made of samples. */
export function textsIn(dictionary: object, path = ''): [name: string, text: string][] {
  return Object.entries(dictionary).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const name = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') return [[name, value]];
    if (isMaker(value)) return [[name, sampleOf(value)]];
    return typeof value === 'object' && value !== null ? textsIn(value, name) : [];
  });
}

const isMaker = (value: unknown): value is (...given: unknown[]) => unknown => typeof value === 'function';

/** What may be given to a text that is made of something, tried one after the other. */
const samples = {
  first: ['2023-04-13', 3, ['X'], { meetingCount: 3, firstYear: 2019, lastYear: 2023, topic: 'X' }],
  second: ['2023-04-13', ['X']],
} as const;

/** The text a function makes of one of the samples. @throws when none suits */
function sampleOf(make: (...given: unknown[]) => unknown): string {
  for (const first of samples.first)
    for (const second of samples.second) {
      try {
        const made = make(first, second, 2, '');
        if (typeof made === 'string') return made;
      } catch {
        // Of another kind: the next sample.
      }
    }
  throw new Error('no sample suits');
}
