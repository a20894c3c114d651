import { createAbsencesWalk } from '../../src/features/archive/absences-walk.js';
import { createCaseWalk } from '../../src/features/archive/case-walk.js';
import { createDeadlinesWalk } from '../../src/features/archive/deadlines-walk.js';
import type { Looking, Walking } from '../../src/features/archive/walk.js';
import { walkCard } from '../../src/features/archive/walk-card.js';
import type { CardReply } from '../../src/routing/reply.js';
import type { ListedItem } from '../../src/store/ports.js';
import { sampleDepartment } from './sample-register.js';

const looking: Looking = { audience: { forumIds: ['forum'], sees: 'open' }, person: null, today: '2024-05-20' };

const place = (meetingDate: string, itemNumber: number, topic: string): ListedItem => ({
  meetingId: `m-${meetingDate}`,
  forumId: 'forum',
  forum: 'Chefforum',
  kind: 'minutes',
  meetingDate,
  itemNumber,
  itemKind: 'decision',
  topic,
});

const network = 'Kommissorium for tværgående kommunikationsnetværk og fælles retningslinjer for sociale medier';

/** Lists of the archive as they are shown, each with what makes it hard to read. */
export async function makeWalkExamples(): Promise<{ title: string; reply: CardReply }[]> {
  const departments = [
    sampleDepartment('forum', 'bae', { name: 'Borger, Arbejdsmarked & Erhverv' }),
    sampleDepartment('forum', 'øs', { name: 'Økonomi & Stab' }),
  ];
  const promise = (due: string, owner: string | null, text: string, isInferred = false) => ({
    ...place('2024-05-02', 3, network),
    text,
    owner,
    due,
    dueText: 'senest',
    isUntilNext: false,
    isInferred,
    nextMeetingOn: null,
  });
  const walks: readonly [title: string, walk: Walking, asked: string][] = [
    [
      'walk-case',
      createCaseWalk({
        lists: {
          listCaseNumbers: async () => ['00.13.00-A00-1-18'],
          listCases: async () =>
            Array.from({ length: 11 }, (_, index) => ({
              ...place(`${2024 - Math.floor(index / 2)}-0${index % 2 === 0 ? 9 : 3}-07`, index + 2, network),
              caseNumber: '00.13.00-A00-1-18',
              decision: `Chefforum godkendte indstillingen. ${'Hver afdeling melder én medarbejder til netværket. '.repeat(index % 4)}`,
            })),
        },
      }),
      '00.13.00-A00-1-18',
    ],
    [
      'walk-deadlines',
      createDeadlinesWalk({
        lists: {
          listCommitments: async () => [
            promise(
              '2024-06-14',
              'Afdelingerne',
              'Afdelingerne sender forslag til Økonomi & Stab senest fredag den 14. juni.',
            ),
            promise(
              '2024-08-15',
              'Økonomi & Stab',
              'Samler op på alle afdelingernes forslag og fremlægger dem for Chefforum medio august',
              true,
            ),
            promise(
              '2024-06-20',
              'Borger, Arbejdsmarked & Erhverv',
              'Borger, Arbejdsmarked & Erhverv udarbejder en skabelon.',
            ),
            promise('2024-07-01', null, 'Der følges op inden sommerferien.', true),
          ],
        },
        members: {
          getRegister: async () => ({ departments, memberships: [], deputies: [] }),
          findMemberships: async () => [],
        },
      }),
      '',
    ],
    [
      'walk-absences',
      createAbsencesWalk({
        lists: {
          listAbsences: async () =>
            ['2024-05-02', '2024-03-07', '2023-11-02'].flatMap((date, at) =>
              ['Anne-Grethe Dyrlund Storgaard', 'Peter Lauge Winding', 'Camilla Østerbye'].slice(at).map((name) => ({
                ...place(date, 4, network),
                name,
                title: 'Konstitueret afdelingschef for Digitalisering, Service & Borgerbetjening',
                itemsOfMeeting: 1,
              })),
            ),
        },
      }),
      '',
    ],
  ];
  const examples = [];
  for (const [title, walk, asked] of walks) {
    const found = await walk.look(asked, looking);
    if (found === undefined) throw new Error(`${title}: no list`);
    examples.push({ title, reply: walkCard(found, { list: walk.name, asked, page: 1 }) });
  }
  return examples;
}
