import { english as checkEnglish } from '../../src/features/agenda/check/phrases.en.js';
import { danish as checkDanish } from '../../src/features/agenda/check/phrases.js';
import * as deskEnglish from '../../src/features/agenda/draft/desk-phrases.en.js';
import * as deskDanish from '../../src/features/agenda/draft/desk-phrases.js';
import { english as formEnglish } from '../../src/features/agenda/draft/form-phrases.en.js';
import { danish as formDanish } from '../../src/features/agenda/draft/form-phrases.js';
import { english as draftEnglish } from '../../src/features/agenda/draft/phrases.en.js';
import { danish as draftDanish } from '../../src/features/agenda/draft/phrases.js';
import * as agendaEnglish from '../../src/features/agenda/phrases.en.js';
import * as agendaDanish from '../../src/features/agenda/phrases.js';
import * as postedEnglish from '../../src/features/agenda/posted/phrases.en.js';
import * as postedDanish from '../../src/features/agenda/posted/phrases.js';
import * as proposalEnglish from '../../src/features/agenda/proposals/phrases.en.js';
import * as proposalDanish from '../../src/features/agenda/proposals/phrases.js';
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
import * as enquiriesEnglish from '../../src/features/enquiries/phrases.en.js';
import * as enquiriesDanish from '../../src/features/enquiries/phrases.js';
import { english as helpEnglish } from '../../src/features/help/phrases.en.js';
import { danish as helpDanish } from '../../src/features/help/phrases.js';
import { englishBrief } from '../../src/features/input/brief/brief-phrases.en.js';
import { danishBrief } from '../../src/features/input/brief/brief-phrases.js';
import { englishDesk } from '../../src/features/input/desk/desk-phrases.en.js';
import { danishDesk } from '../../src/features/input/desk/desk-phrases.js';
import { englishPlan } from '../../src/features/input/desk/plan-phrases.en.js';
import { danishPlan } from '../../src/features/input/desk/plan-phrases.js';
import { englishMine } from '../../src/features/input/mine/my-phrases.en.js';
import { danishMine } from '../../src/features/input/mine/my-phrases.js';
import { english as inputEnglish } from '../../src/features/input/phrases.en.js';
import { danish as inputDanish } from '../../src/features/input/phrases.js';
import * as membersEnglish from '../../src/features/members/phrases.en.js';
import * as membersDanish from '../../src/features/members/phrases.js';
import * as filesEnglish from '../../src/features/minutes/files/phrases.en.js';
import * as filesDanish from '../../src/features/minutes/files/phrases.js';
import { englishButtons, englishHeadings, english as minutesEnglish } from '../../src/features/minutes/phrases.en.js';
import { danishButtons, danishHeadings, danish as minutesDanish } from '../../src/features/minutes/phrases.js';
import * as outboxEnglish from '../../src/features/outbox/phrases.en.js';
import * as outboxDanish from '../../src/features/outbox/phrases.js';
import { englishFindings } from '../../src/minutes-parser/phrases/finding-phrases.en.js';
import { danishFindings } from '../../src/minutes-parser/phrases/finding-phrases.js';
import { english as storeEnglish } from '../../src/store/phrases.en.js';
import { danish as storeDanish } from '../../src/store/phrases.js';
import { englishOutcomes, english as textsEnglish } from '../../src/texts.en.js';
import { danishOutcomes, danish as textsDanish } from '../../src/texts.js';

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
  ['replies to a file', filesDanish.danishFiles, filesEnglish.englishFiles],
  ['minutes to look through', filesDanish.danishReview, filesEnglish.englishReview],
  ['buttons on minutes to look through', filesDanish.danishButtons, filesEnglish.englishButtons],
  ['differences from the archive', filesDanish.danishDifference, filesEnglish.englishDifference],
  ['the note about minutes', filesDanish.danishNoteTitle, filesEnglish.englishNoteTitle],
  ['outcomes', danishOutcomes, englishOutcomes],
  ['refusals', membersDanish.danishRefusals, membersEnglish.englishRefusals],
  ['what was wanted', membersDanish.danishDeeds, membersEnglish.englishDeeds],
  ['refused deeds', membersDanish.danishRefusal, membersEnglish.englishRefusal],
  ['roles', membersDanish.danishRoles, membersEnglish.englishRoles],
  ['reader tiers', membersDanish.danishTiers, membersEnglish.englishTiers],
  ['members', membersDanish.danish, membersEnglish.english],
  ['buttons on members', membersDanish.danishButtons, membersEnglish.englishButtons],
  ['channels', membersDanish.danishChannel, membersEnglish.englishChannel],
  ['enquiries', enquiriesDanish.danish, enquiriesEnglish.english],
  ['buttons on enquiries', enquiriesDanish.danishButtons, enquiriesEnglish.englishButtons],
  ['sendings', outboxDanish.danish, outboxEnglish.english],
  ['buttons on sendings', outboxDanish.danishButtons, outboxEnglish.englishButtons],
  ['states of sendings', outboxDanish.danishStates, outboxEnglish.englishStates],
  ['states of sendings to a channel', outboxDanish.danishChannelStates, outboxEnglish.englishChannelStates],
  ['kinds of items', agendaDanish.danishKinds, agendaEnglish.englishKinds],
  ['states of agendas', agendaDanish.danishStates, agendaEnglish.englishStates],
  ['changes of agendas', agendaDanish.danishChanges, agendaEnglish.englishChanges],
  ['why an agenda cannot', agendaDanish.danishWhyNot, agendaEnglish.englishWhyNot],
  ['refused actions', agendaDanish.danishActions, agendaEnglish.englishActions],
  ['remarks on agendas', checkDanish, checkEnglish],
  ['agendas that are out', postedDanish.danishCard, postedEnglish.englishCard],
  ['counts', postedDanish.danishCounts, postedEnglish.englishCounts],
  ['buttons on agendas', postedDanish.danishButtons, postedEnglish.englishButtons],
  ['headings on agendas', postedDanish.danishHeadings, postedEnglish.englishHeadings],
  ['items of agendas', postedDanish.danishItem, postedEnglish.englishItem],
  ['earlier decisions', postedDanish.danishEarlier, postedEnglish.englishEarlier],
  ['replies about agendas', postedDanish.danishReplies, postedEnglish.englishReplies],
  ['proposals', proposalDanish.danish, proposalEnglish.english],
  ['states of proposals', proposalDanish.danishStates, proposalEnglish.englishStates],
  ['buttons on proposals', proposalDanish.danishButtons, proposalEnglish.englishButtons],
  ['titles of messages', proposalDanish.danishTitles, proposalEnglish.englishTitles],
  ['drafts', deskDanish.danishDesk, deskEnglish.englishDesk],
  ['replies about drafts', deskDanish.danishReplies, deskEnglish.englishReplies],
  ['buttons on drafts', deskDanish.danishButtons, deskEnglish.englishButtons],
  ['forms', formDanish, formEnglish],
  ['documents sent in', draftDanish, draftEnglish],
  ['input', inputDanish, inputEnglish],
  ['input of one person', danishMine, englishMine],
  ['input as the secretary runs it', danishDesk, englishDesk],
  ['what is asked', danishPlan, englishPlan],
  ['brief', danishBrief, englishBrief],
  ['oddities of a document', danishFindings, englishFindings],
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

const instant = new Date('2023-04-13T07:00:00Z');
const meeting = { forum: 'X', date: '2023-04-13', item: { number: 3, topic: 'X' } };
const round = { state: 'open', deadlineAt: instant, closedAt: null, visibility: 'directors', naming: 'department' };

const enquiry = { askedAt: instant, searched: { meetingCount: 3, firstYear: 2019, lastYear: 2023, topic: 'X' } };

/** What may be given to a text that is made of something, tried one after the other. */
const samples = {
  first: [
    round,
    '2023-04-13',
    3,
    ['X'],
    { meetingCount: 3, firstYear: 2019, lastYear: 2023, topic: 'X' },
    instant,
    meeting,
    enquiry,
    'draft',
    'postponed',
  ],
  second: ['2023-04-13', ['X'], 2, meeting, instant, enquiry],
  third: [2, ['X'], instant],
} as const;

/** The text a function makes of one of the samples. @throws when none suits */
function sampleOf(make: (...given: unknown[]) => unknown): string {
  for (const first of samples.first)
    for (const second of samples.second)
      for (const third of samples.third) {
        try {
          const made = make(first, second, third, '2023-04-13');
          if (typeof made === 'string' && !/undefined|NaN|\[object/.test(made)) return made;
        } catch {
          // Of another kind: the next sample.
        }
      }
  throw new Error('no sample suits');
}
