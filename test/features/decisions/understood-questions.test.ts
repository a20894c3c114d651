import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Audience } from '../../../src/domain/access.js';
import type { AgendaItem, Section, SectionKind } from '../../../src/domain/agenda-item.js';
import type { Answer } from '../../../src/domain/answer.js';
import { answerQuestion } from '../../../src/features/decisions/answer-question.js';
import { analyseDocument } from '../../../src/search/analyse-document.js';
import { sampleDocument, sampleItem, toSave } from '../../support/sample-document.js';
import { openTemporaryStore, type TemporaryStore } from '../../support/temporary-store.js';

const lines = { first: 1, last: 1 };

function item(
  number: number,
  topic: string,
  parts: Partial<Record<SectionKind, string>>,
  more: Partial<AgendaItem> = {},
): AgendaItem {
  const sections = Object.entries(parts).map(
    ([kind, text]): Section => ({ kind: kind as SectionKind, heading: '', text, lines }),
  );
  return sampleItem(number, { title: topic, topic, sections, decision: parts.decision ?? null, outcomes: [], ...more });
}

const birgit = { name: 'Birgit Storm', title: 'Kommunaldirektør' };
const rikke = { name: 'Rikke Damsbo', title: 'Afdelingschef Sundhed' };
const other = { name: 'Rikke Vindeby', title: 'Afdelingschef Kultur' };
const ole = { name: 'Ole Brandt', title: 'Afdelingschef Kultur & Fritid' };
const nanna = { name: 'Nanna Louise Friislund', title: 'Afdelingschef Ældre' };

const documents = [
  sampleDocument('2022-04-07', {
    participants: [birgit],
    items: [
      item(1, 'Godkendelse af dagsorden', { decision: 'Godkendt.' }, { kind: 'approval' }),
      item(2, 'Skovbørnehave i Nord', { decision: 'Chefforum besluttede at bygge.' }),
      item(3, 'Skovbørnehave i Syd', { decision: 'Chefforum besluttede at vente.' }),
    ],
  }),
  sampleDocument('2023-04-13', {
    participants: [birgit, rikke],
    items: [
      item(1, 'Godkendelse af dagsorden', { decision: 'Godkendt.' }, { kind: 'approval' }),
      item(2, 'Havnebad', { decision: 'Chefforum besluttede, at havnebadet åbner i juni.' }, { presenters: ['Jette'] }),
      item(3, 'Cykelstier', { decision: 'Chefforum besluttede at anlægge to cykelstier.' }),
    ],
  }),
  sampleDocument('2023-04-27', {
    participants: [birgit, other, nanna],
    items: [
      item(
        2,
        'Kantineordning',
        { decision: 'Chefforum besluttede at lukke kantinen. Jonas Vibe udarbejder en plan til næste møde.' },
        {
          commitments: [
            {
              text: 'Jonas Vibe udarbejder en plan til næste møde.',
              owner: 'Jonas Vibe',
              due: null,
              dueText: 'næste møde',
              meeting: 'next',
              inferred: true,
            },
          ],
        },
      ),
      item(3, 'Seminar for ledere', {
        case: 'Lederseminaret holdes den 14. september 2023 på Hotel Søfryd.',
        decision: 'Chefforum besluttede, at Rikke Vindeby laver programmet til lederseminaret.',
      }),
      item(4, 'Åbningstider', { decision: 'Chefforum besluttede, at Bibliotek & Idræt forlænger åbningstiden.' }),
    ],
  }),
  sampleDocument('2024-05-16', {
    participants: [birgit, rikke, other, ole],
    items: [item(2, 'Havnebad, evaluering', { decision: 'Chefforum besluttede, at havnebadet fortsætter.' })],
  }),
];

const registered = { note: 'Registeret er lagt ind.', by: null, at: new Date('2024-06-01T08:00:00Z') };

let opened: TemporaryStore;
let audience: Audience;

beforeAll(async () => {
  opened = await openTemporaryStore();
  const forum = await opened.store.forums.ensureForum('tenant', 'Chefforum');
  audience = { forumIds: [forum.id], sees: 'open' };
  const alias = (text: string) => ({ text, from: null, to: null });
  const department = (id: string, name: string, ...aliases: string[]) => ({
    id,
    forumId: forum.id,
    name,
    aliases: aliases.map(alias),
  });
  const departments = [
    department('kf', 'Kultur & Fritid', 'K&F', 'Bibliotek & Idræt'),
    department('bk', 'By & Kultur', 'BYK'),
    department('so', 'Sundhed & Omsorg', 'S&O'),
  ];
  await opened.store.members.saveRegister(forum.id, { departments, memberships: [], deputies: [] }, 0, registered);
  for (const document of documents)
    await opened.store.minutes.saveDocument(toSave(forum.id, document, { entries: analyseDocument(document) }));
});
afterAll(() => opened.remove());

const clock = { now: () => new Date('2024-06-03T09:00:00Z') };
const ask = (question: string, context?: string): Promise<Answer> => {
  const { search, minutes, lists, members } = opened.store;
  return answerQuestion({ search, minutes, lists, members, clock }, question, audience, context);
};
const places = ({ sources }: Answer) => sources.map(({ meetingDate, itemNumber }) => `${meetingDate}#${itemNumber}`);

describe('an item by its number', () => {
  test.each([
    ['punkt 3 på mødet den 13. april 2023', '2023-04-13#3', 'Cykelstier. '],
    ['pkt. 2 sidste gang', '2024-05-16#2', 'Havnebad, evaluering. '],
    ['hvad blev besluttet under punkt 2 på mødet i maj', '2024-05-16#2', 'havnebadet fortsætter'],
    ['hvem fremlagde punkt 2 den 13. april 2023', '2023-04-13#2', 'Jette'],
  ])('%s', async (question, place, fact) => {
    const answer = await ask(question);
    expect(answer.status).toBe('answered');
    expect(places(answer)[0]).toBe(place);
    expect(answer.text).toContain(fact);
  });

  test('is said to be missing where the meeting has no such item', async () => {
    const answer = await ask('punkt 12 på sidste møde');
    expect(answer).toMatchObject({ status: 'not_found', text: 'Mødet 16. maj 2024 har ikke noget punkt 12.' });
  });
});

test.each([
  ['punkt 5 på mødet i juli', 'Jeg fandt ikke et referat fra juli.'],
  ['de det og at', 'Skriv hvad du vil vide, fx "hvad blev besluttet om budget 2026?"'],
  ['привет, как дела', 'Referaterne er på dansk. Skriv på dansk eller engelsk, så leder jeg.'],
  ['er du en robot', 'Ja, jeg er en bot. Jeg bruger ingen sprogmodel'],
])('%s: says what it cannot do, and searches nothing', async (question, text) => {
  const answer = await ask(question);
  expect(answer.status).toBe('not_found');
  expect(answer.text).toContain(text);
});

describe('one question back, where it could be several', () => {
  test('meetings of the named month, of its newest year', async () => {
    const answer = await ask('hvem deltog på mødet i april');
    expect(answer).toMatchObject({ status: 'maybe', text: 'Hvilket møde mener du?' });
    expect(answer.choices).toEqual([
      { title: '27. april 2023', question: 'hvem deltog på mødet den 27. april 2023' },
      { title: '13. april 2023', question: 'hvem deltog på mødet den 13. april 2023' },
    ]);
    expect(places(await ask(answer.choices?.[1]?.question ?? ''))[0]).toBe('2023-04-13#null');
  });

  test('items of a number without a meeting', async () => {
    const { choices } = await ask('punkt 2');
    expect(choices?.map(({ title }) => title)).toEqual(['16. maj 2024', '27. april 2023', '13. april 2023']);
    expect(places(await ask(choices?.[2]?.question ?? ''))[0]).toBe('2023-04-13#2');
  });

  test('two items of one meeting whose titles say it equally well', async () => {
    const answer = await ask('hvad besluttede vi om skovbørnehaven');
    expect(answer.text).toBe('Hvilket punkt mener du?');
    expect(answer.choices?.map(({ title }) => title)).toEqual(['2. Skovbørnehave i Nord', '3. Skovbørnehave i Syd']);
    expect((await ask(answer.choices?.[1]?.question ?? '')).text).toContain('at vente');
  });

  test('two persons of one first name', async () => {
    const answer = await ask('var Rikke med på sidste møde');
    expect(answer.text).toBe('Hvilken Rikke mener du?');
    expect(answer.choices?.map(({ question }) => question)).toEqual([
      'var Rikke Damsbo med på sidste møde',
      'var Rikke Vindeby med på sidste møde',
    ]);
  });

  test.each([
    ['hvem deltog på mødet i maj', 'one meeting in that month'],
    ['hvem deltog på mødet i april 2022', 'one in that year'],
    ['var Rikke med på mødet 13. april 2023', 'one Rikke was there'],
    ['hvad besluttede vi om havnebadet i april', 'a topic says which'],
    ['hvad besluttede vi om skovbørnehaven i syd', 'one of the items says more of it'],
    ['hvad besluttede vi om havnebadet', 'of two meetings the newest answers'],
  ])('not: %s (%s)', async (question) => {
    expect((await ask(question)).choices).toBeUndefined();
  });
});

describe('a misspelt name', () => {
  test('is read as the one person it fits, and that is said', async () => {
    const answer = await ask('var Nana Frislund med den 27. april 2023');
    expect(answer.text).toBe(
      'Nanna Louise Friislund står på deltagerlisten 27. april 2023. Jeg læste "Nana Frislund" som Nanna Louise Friislund.',
    );
    expect(answer.remarks).toEqual(['Jeg læste "Nana Frislund" som Nanna Louise Friislund.']);
  });

  test('is asked about where it fits two', async () => {
    expect((await ask('deltog Rike den 16. maj 2024')).choices).toHaveLength(2);
  });
});

describe('a department of the register', () => {
  test('is found by a name it had before', async () => {
    const answer = await ask('hvad besluttede vi, at K&F skal gøre');
    expect(places(answer)[0]).toBe('2023-04-27#4');
  });

  test('is asked about where a word is two departments’', async () => {
    const answer = await ask('hvad skal afdelingen kultur gøre');
    expect(answer).toMatchObject({ status: 'maybe', text: 'Hvilken afdeling mener du?' });
    expect(answer.choices?.map(({ title }) => title)).toEqual(['Kultur & Fritid', 'By & Kultur']);
  });

  test('is not asked about where the word is a topic', async () => {
    expect((await ask('hvad besluttede vi om kultur')).choices).toBeUndefined();
  });
});

describe('who somebody is', () => {
  test.each([
    ['hvem er chef for bibliotek og idræt', 'Ole Brandt (Afdelingschef Kultur & Fritid).'],
    ['hvem er chef for K&F', 'Ole Brandt (Afdelingschef Kultur & Fritid).'],
    ['hvem er Friislund', 'Nanna Louise Friislund (Afdelingschef Ældre).'],
    ['hvem er ole brant?', 'Ole Brandt (Afdelingschef Kultur & Fritid).'],
  ])('%s: with the title of the newest list of names', async (question, text) => {
    const answer = await ask(question);
    expect(answer.status).toBe('answered');
    expect(answer.firstLine ?? answer.text).toBe(text);
  });

  test('is not told of who laid something out', async () => {
    expect((await ask('hvem er ansvarlig for lederseminaret')).text).toContain('Rikke Vindeby');
  });
});

describe('several wishes in one message', () => {
  test('are answered one after the other, each with what it rests on', async () => {
    const answer = await ask('hvornår er lederseminaret og hvem laver programmet?');
    expect(answer.status).toBe('answered');
    expect(answer.parts).toHaveLength(2);
    const [when = '', who = ''] = answer.text.split('\n');
    expect(when).toContain('14. september 2023');
    expect(who).toContain('Rikke Vindeby');
    expect(new Set(places(answer))).toContain('2023-04-27#3');
  });

  test('go on from the question before', async () => {
    const answer = await ask('hvornår er det, og hvem laver programmet?', 'hvad besluttede vi om lederseminaret');
    expect(answer.isFollowUp).toBe(true);
    expect(answer.text).toContain('14. september 2023');
    expect(answer.text).toContain('Rikke Vindeby');
  });

  test('are understood from the one that says what they are about, wherever it stands', async () => {
    const answer = await ask('hvem deltog, og hvad besluttede vi om åbningstider?');
    expect(answer.parts?.map(({ status }) => status)).toEqual(['answered', 'answered']);
    const [who = '', what = ''] = answer.text.split('\n');
    expect(who).toContain('Deltagere 27. april 2023');
    expect(what).toContain('Bibliotek & Idræt forlænger åbningstiden');
  });

  test('more than three: the first three are answered, and that is said', async () => {
    const answer = await ask(
      'hvornår er lederseminaret, hvem laver programmet, hvad er temaet, hvor er det og hvem betaler?',
    );
    expect(answer.parts).toHaveLength(3);
    expect(answer.text).toMatch(/\nJeg svarede på de 3 første spørgsmål\. Skriv resten for sig\.$/);
  });

  test('what is not found is said of that wish alone', async () => {
    const answer = await ask('hvornår er lederseminaret, og hvor mange penge koster det?');
    expect(answer.status).toBe('answered');
    expect(answer.parts?.map(({ status }) => status === 'answered')).toEqual([true, false]);
    expect(answer.text).toMatch(/\nHvor mange penge koster det\? /);
  });
});

describe('a question that names nothing', () => {
  test.each(['hvornår er fristen?', 'hvem er ansvarlig', 'hvor mange', 'hvornår er fristen, og hvem er ansvarlig?'])(
    '%s: it is asked what it is about',
    async (question) => {
      const answer = await ask(question);
      expect(answer.status).not.toBe('answered');
      expect(answer.text).toMatch(/^Hvad drejer det sig om\?/);
    },
  );

  test('is none of three words that tell something together', async () => {
    const answer = await ask('hvornår er næste kommune med møde');
    expect(answer.text).not.toMatch(/^Hvad drejer det sig om\?/);
  });

  test('goes on from the question before where there is one', async () => {
    const answer = await ask('hvornår er fristen?', 'planen for kantinen');
    expect(answer).toMatchObject({ status: 'answered', isFollowUp: true });
  });

  test('asks for the decisions of the newest meeting', async () => {
    const answer = await ask('hvad besluttede vi?');
    expect(places(answer)).toEqual(['2024-05-16#2']);
    expect(answer.isList).toBe(true);
  });

  test('is a number alone: it tells nothing', async () => {
    expect((await ask('7')).text).toMatch(/^Skriv hvad du vil vide/);
  });
});

describe('the next meeting', () => {
  test.each(['hvornår er næste møde', 'hvad skal vi på næste møde?', 'hvad er der på dagsordenen næste gang'])(
    '%s: is not known without an agenda',
    async (question) => {
      const answer = await ask(question);
      expect(answer).toMatchObject({ status: 'not_found', intent: 'upcoming' });
      expect(answer.text).toBe('Jeg kender ikke det næste møde endnu: der ligger ingen dagsorden for det.');
    },
  );
});

describe('a deadline "til næste møde"', () => {
  test('is the date of the meeting that followed, said to be inferred, and whether it has passed', async () => {
    const answer = await ask('hvad er fristen for planen for kantinen');
    expect(answer.text).toContain('Senest 16. maj 2024.');
    expect(answer.text).toContain('udledt af "næste møde"');
    expect(answer.text).toContain('Fristen er passeret.');
  });
});

describe('everything since', () => {
  test('newest meeting first, whole, without the standing items', async () => {
    const answer = await ask('hvad er nyt siden april 2023');
    expect(answer).toMatchObject({ status: 'answered', intent: 'news', isList: true });
    expect(places(answer)).toEqual([
      '2024-05-16#2',
      ...['2023-04-27#2', '2023-04-27#3', '2023-04-27#4'],
      ...['2023-04-13#2', '2023-04-13#3'],
    ]);
    expect(answer.text).toMatch(/^6 beslutninger på 3 møder\./);
  });

  test('"siden sidst" is the newest meeting', async () => {
    const answer = await ask('hvad er nyt siden sidst?');
    expect(places(answer)).toEqual(['2024-05-16#2']);
    expect(answer.firstLine).toBe('Seneste møde: 1 beslutning torsdag 16. maj 2024.');
  });

  test('says when there was no meeting, and names the newest', async () => {
    const answer = await ask('hvad er besluttet siden 20. maj 2024');
    expect(answer).toMatchObject({ status: 'not_found', text: 'Der er ingen referater fra møder siden 20. maj 2024.' });
    expect(answer.suggestions).toMatchObject([{ meetingDate: '2024-05-16', itemNumber: null }]);
  });

  test('of a topic: only its items', async () => {
    const answer = await ask('hvad har vi besluttet om havnebadet gennem årene');
    expect(places(answer)).toEqual(['2024-05-16#2', '2023-04-13#2']);
    expect(answer).toMatchObject({ intent: 'timeline', isList: true });
  });
});

describe('who came, as it is typed', () => {
  test.each([
    ['kom Rikke Damsbo den 13. april 2023', 'Rikke Damsbo står på deltagerlisten 13. april 2023'],
    ['var rikke damsboe der 13/4-23', 'Rikke Damsbo står på deltagerlisten 13. april 2023'],
    ['var Nanna på mødet 27/4-23', 'Nanna Louise Friislund står på deltagerlisten 27. april 2023'],
    ['hvem deltog i 2023 da vi fik cykelstierne', 'Deltagere 13. april 2023'],
    ['nanna louise vriislund var hun med i april 2023', 'Nanna Louise Friislund står på deltagerlisten 27. april 2023'],
    ['birgit storm var hun med i maj 2024', 'Birgit Storm står på deltagerlisten 16. maj 2024'],
    ['hvem var med da vi snakkede om cykelstier', 'Deltagere 13. april 2023'],
    ['hvem deltog i skypemødet den 13. april 2023', 'Deltagere 13. april 2023'],
  ])('%s', async (question, says) => {
    expect((await ask(question)).text).toContain(says);
  });

  test('somebody the minutes do not know is said to be unknown, not passed over', async () => {
    expect(await ask('lisbet krogholm var hun med')).toMatchObject({ status: 'not_found' });
  });

  test('under the item of the question before', async () => {
    const answer = await ask('hvem var med under det punkt', 'evaluering af havnebadet 2023-2024');
    expect(answer.text).toContain('16. maj 2024');
  });
});

describe('a time without a meeting', () => {
  test.each(['hvad blev vi enige om på mødet i uge 33 2023', 'hvilke punkter havde vi i uge 33 2023'])(
    '%s',
    async (question) => {
      expect(await ask(question)).toMatchObject({
        status: 'not_found',
        text: 'Der er ingen referater fra møder i den periode.',
      });
    },
  );
});
