import type { AdaptiveCard } from '../../src/cards/adaptive-card.js';
import { button, verbs } from '../../src/cards/button.js';
import type { CardName } from '../../src/cards/card-names.js';
import { takePage } from '../../src/cards/take-page.js';
import type { Answer, AnswerSource } from '../../src/domain/answer.js';
import type { Enquiry } from '../../src/domain/enquiry.js';
import { composeAgendaCard } from '../../src/features/agenda/posted/agenda-card.js';
import { earlierCard } from '../../src/features/agenda/posted/earlier-card.js';
import { entryCard } from '../../src/features/agenda/posted/entry-card.js';
import { answerCard } from '../../src/features/decisions/answer-card.js';
import { answerReply } from '../../src/features/decisions/answer-reply.js';
import { decisionResult } from '../../src/features/decisions/decision-card.js';
import { askerCard, secretaryCard } from '../../src/features/enquiries/enquiry-card.js';
import { phrases as enquiryPhrases } from '../../src/features/enquiries/phrases.js';
import { helpCard, welcomeCard } from '../../src/features/help/help-cards.js';
import { type MembersOverview, memberCard, membersCard, tierCard } from '../../src/features/members/members-card.js';
import { phrases as memberPhrases } from '../../src/features/members/phrases.js';
import { archivedCard, reviewCard } from '../../src/features/minutes/files/review-card.js';
import { itemCard } from '../../src/features/minutes/item-card.js';
import { meetingCard } from '../../src/features/minutes/meeting-card.js';
import { meetingsCard, noMeetingCard, type YearShown } from '../../src/features/minutes/meetings-card.js';
import type { CardReply } from '../../src/routing/reply.js';
import type { MeetingSummary, PendingDocument, StoredItem, StoredMeeting } from '../../src/store/ports.js';
import { exampleAgenda } from './agenda-examples.js';
import { makeDeskExamples } from './desk-examples.js';
import { makeInputExamples } from './input-examples.js';
import { makeInputFormExamples } from './input-form-examples.js';
import { sampleDocument, sampleItem } from './sample-document.js';
import { sampleDepartment, sampleMembership, samplePerson } from './sample-register.js';
import { makeWalkExamples } from './walk-examples.js';

export interface CardExample {
  /** In file names. */
  title: string;
  card: CardName;
  filled: AdaptiveCard;
  summary: string;
  /** The message text above the card. */
  text?: string;
}

export const sampleSource = (changes: Partial<AnswerSource> = {}): AnswerSource => ({
  meetingId: 'meeting-2023-03-16',
  meetingDate: '2023-03-16',
  forum: 'Chefforum',
  itemNumber: 6,
  title: 'Kommissorium for tværgående kommunikationsnetværk',
  section: 'decision',
  quote:
    'Chefforum godkendte indstillingerne med følgende bemærkninger:\n\n- Hver afdeling melder én medarbejder til netværket senest den 30. marts.\n- Netværket mødes første gang i april og fremlægger en årsplan.',
  file: '2023-03-16.txt',
  ...changes,
});

export const sampleAnswer = (changes: Partial<Answer> = {}): Answer => ({
  status: 'answered',
  intent: 'deadline',
  text: 'Senest den 30. marts 2023.',
  sources: [sampleSource()],
  suggestions: [],
  searched: { topic: 'kommunikationsnetværk', meetingCount: 42, firstYear: 2019, lastYear: 2025 },
  ...changes,
});

export const sampleEnquiry = (changes: Partial<Enquiry> = {}): Enquiry => ({
  id: 'enquiry-1',
  forumId: 'forum-1',
  access: 'open',
  asker: { person: samplePerson(3), name: 'Jonas Vildrik' },
  question: 'Hvad blev besluttet om parkering ved stationen?',
  context: null,
  searched: { topic: 'parkering ved stationen', meetingCount: 42, firstYear: 2019, lastYear: 2025 },
  askedAt: new Date('2026-11-23T09:05:00Z'),
  state: 'open',
  answer: null,
  isWorthAdding: false,
  ...changes,
});

const answeredEnquiry = sampleEnquiry({
  state: 'answered',
  isWorthAdding: true,
  answer: {
    text: 'Det blev ikke behandlet i Chefforum.\n\nTeknisk Udvalg tog sagen op den 3. november 2025:\n- 40 nye pladser\n- to timers grænse fra 2026',
    by: { person: samplePerson(4), name: 'Amalie Rønholt' },
    at: new Date('2026-11-23T10:40:00Z'),
  },
});

const otherFinds = [
  sampleSource({
    meetingId: 'm2',
    meetingDate: '2024-06-12',
    itemNumber: 3,
    title:
      'Evaluering af det tværgående kommunikationsnetværk og beslutning om netværkets videre opgaver og ressourcer',
    quote: 'Netværket fortsætter i sin nuværende form frem til udgangen af 2025, hvorefter det evalueres igen.',
  }),
  sampleSource({
    meetingId: 'm3',
    meetingDate: '2022-02-03',
    itemNumber: 11,
    title: 'Kommunikationsstrategi',
    section: 'case',
    quote: 'Der foreslås et netværk på tværs af afdelingerne.',
  }),
];

const longCase = Array.from(
  { length: 14 },
  (_, index) =>
    `${index + 1}. afsnit. Økonomi & Stab har i samarbejde med afdelingerne gennemgået de administrative arbejdsgange og peget på, hvor der kan spares tid. Gennemgangen viser, at godt en tredjedel af sagerne behandles to gange, og at det især sker ved overgangen mellem myndighed og udfører.\n\n- Fælles indgang til borgere og virksomheder\n- Færre skabeloner i SBSYS\n  - herunder én skabelon til dagsordenspunkter\n- Klare aftaler om, hvem der svarer`,
).join('\n\n');

const meeting: StoredMeeting = {
  id: 'meeting-2023-03-16',
  forumId: 'forum',
  version: 1,
  fileName: '2023-03-16.txt',
  importedAt: new Date('2026-01-05T08:00:00Z'),
  document: sampleDocument('2023-03-16', {
    place: 'Mødelokale 4, Rådhuset',
    items: [
      sampleItem(1, { topic: 'Godkendelse af dagsorden og referat', kind: 'approval' }),
      sampleItem(2, {
        topic: 'Måltal for budget 2024 og investeringspulje',
        outcomes: [
          { code: 'approved', point: 1, text: '' },
          { code: 'discussed', point: 2, text: '' },
        ],
      }),
      sampleItem(3, {
        topic: 'Befolkningsprognose 2023-2035',
        kind: 'briefing',
        outcomes: [{ code: 'noted', point: null, text: '' }],
      }),
      sampleItem(4, { topic: 'Ny skabelon for dagsordenspunkter - pilotafprøvning', outcomes: [] }),
      sampleItem(5, {
        topic:
          'Opfølgning på trivselsmålingen og arbejdspladsvurderingen i ældreplejen, daginstitutionerne og den sociale myndighedsfunktion med forslag til sygefraværsindsats',
        outcomes: [{ code: 'approved_with_remarks', point: null, text: '' }],
        caseNumber: { text: '81.00.00-A00-1-22', subject: '81.00.00', facet: 'A00', sequence: 1, year: 2022 },
        timeSlot: { start: '10:30', end: '10:50' },
        presenters: ['Mikkel', 'Anne-Grethe Dyrlund'],
        sections: [
          {
            kind: 'occasion',
            heading: 'Anledning',
            text: 'Chefforum skal drøfte resultatet.',
            lines: { first: 1, last: 1 },
          },
          { kind: 'case', heading: 'Sagsfremstilling', text: longCase, lines: { first: 1, last: 1 } },
          {
            kind: 'recommendation',
            heading: 'Indstilling',
            text: 'Kommunaldirektøren indstiller,\n\n1. at resultatet tages til efterretning.\n2. at afdelingerne melder tilbage senest den 1. maj.',
            lines: { first: 1, last: 1 },
          },
          {
            kind: 'decision',
            heading: 'Beslutning',
            text: 'Chefforum godkendte indstillingen med den bemærkning, at tilbagemeldingerne samles af HR.',
            lines: { first: 1, last: 1 },
          },
        ],
        attachments: [{ title: 'Trivselsmåling 2023_samlet rapport.pdf' }, { title: 'Handleplan' }],
        absent: [{ name: 'Rikke Damsbo', title: 'Afdelingschef Sundhed & Social' }],
      }),
      sampleItem(6, {
        topic: 'Eventuelt',
        kind: 'any_other_business',
        outcomes: [{ code: 'none', point: null, text: '' }],
      }),
    ],
  }),
};

const summaryOf = (date: string, itemCount: number, changes: Partial<MeetingSummary> = {}): MeetingSummary => ({
  id: `meeting-${date}`,
  forumId: 'forum',
  forum: 'Chefforum',
  kind: 'minutes',
  date,
  startTime: '09:00',
  place: 'Mødelokale 1',
  itemCount,
  ...changes,
});

const meetings: MeetingSummary[] = [
  summaryOf('2023-12-20', 9, { kind: 'agenda', place: 'Kantinen, Rådhuset (bemærk ændret sted)' }),
  ...[
    '12-14',
    '11-30',
    '11-02',
    '10-05',
    '09-21',
    '09-07',
    '08-24',
    '06-15',
    '05-25',
    '05-04',
    '04-13',
    '03-16',
    '02-23',
    '01-19',
  ].map((day, index) => summaryOf(`2023-${day}`, index + 1)),
  summaryOf('2022-08-25', 7, { place: null }),
  summaryOf('2022-02-03', 6),
  summaryOf('2021-09-09', 8),
  summaryOf('2019-02-28', 8),
];

function shownYear(page: number): YearShown {
  const ofYear = meetings.filter(({ date }) => date.startsWith('2023'));
  const years = [...new Set(meetings.map(({ date }) => Number(date.slice(0, 4))))];
  return { year: 2023, count: ofYear.length, meetings: takePage(ofYear, page, 12), years, showsForum: false };
}

const sketch = {
  meetingCount: 42,
  newest: { forum: 'Chefforum', year: 2025 },
  firstYear: 2019,
  examples: [
    'Hvad blev besluttet om måltal for budget 2024 og investeringspulje?',
    'Hvad blev der sagt om befolkningsprognose 2023-2035?',
    'Hvilke bilag hørte til trivselsmålingen?',
  ],
};

const commands = [
  {
    usage: 'møder <år>',
    description: 'Se årets møder, eller møderne i et bestemt år.',
    descriptionInEnglish: "See this year's meetings, or those of another year.",
  },
  {
    usage: 'møde <dato>',
    description: 'Se et møde og dets punkter. Skriv "møde sidste" for det seneste.',
    descriptionInEnglish: 'See a meeting and its items.',
  },
  {
    usage: 'punkt <dato> <nr.>',
    description: 'Læs et punkt i sin helhed, fx "punkt 13. april 2023 5".',
    descriptionInEnglish: 'Read a whole item.',
  },
  { usage: 'hjælp', description: 'Se, hvad du kan spørge om.', descriptionInEnglish: 'See what you can ask.' },
];

/** An item as the search in the compose box finds it. */
const decided = (decision: string): StoredItem => ({
  meetingId: meeting.id,
  forumId: meeting.forumId,
  forum: 'Chefforum',
  kind: 'minutes',
  meetingDate: '2023-03-16',
  fileName: meeting.fileName,
  item: sampleItem(6, {
    topic: 'Kommissorium for tværgående kommunikationsnetværk',
    decision,
    sections: [
      {
        kind: 'recommendation',
        heading: 'Indstilling',
        text: 'Kommunaldirektøren indstiller,\n\n1. at kommissoriet godkendes.\n2. at netværket mødes første gang i april.',
        lines: { first: 1, last: 1 },
      },
      { kind: 'decision', heading: 'Beslutning', text: decision, lines: { first: 1, last: 1 } },
    ],
  }),
});

function decisionExample(stored: StoredItem): CardReply | undefined {
  const result = decisionResult(stored);
  return result && { card: result.card, summary: String(result.card.fallbackText) };
}

const asked = { question: 'hvornår skal vi melde en til kommunikationsnetværket?' };

/** One or more examples of every card, filled through the views that fill them in the chat. */
export async function makeCardExamples(): Promise<CardExample[]> {
  const examples: CardExample[] = [];
  const add = (title: string, card: CardName, reply: CardReply | undefined, text?: string): void => {
    if (reply === undefined || !('card' in reply)) throw new Error(`${title}: no card`);
    examples.push({ title, card, filled: reply.card, summary: reply.summary, ...(text === undefined ? {} : { text }) });
  };
  const item = (number: number) => {
    const found = meeting.document.items[number - 1];
    if (found === undefined) throw new Error('no such item');
    return found;
  };

  const withOthers = sampleAnswer({ sources: [sampleSource(), ...otherFinds] });
  add('answer', 'answer', answerCard(sampleAnswer(), asked, 'message'), 'Senest den 30. marts 2023. [1]');
  add('answer-with-others', 'answer', answerCard(withOthers, asked, 'message'), 'Senest den 30. marts 2023. [1]');
  add(
    'answer-two-quotes',
    'answer',
    answerCard(
      sampleAnswer({
        text: 'Chefforum godkendte indstillingen: at netværket oprettes, og at hver afdeling udpeger en medarbejder.',
        sources: [
          sampleSource({ quote: 'Chefforum godkendte indstillingen.' }),
          sampleSource({
            section: 'recommendation',
            quote: '1. at netværket oprettes\n2. at hver afdeling udpeger en medarbejder',
          }),
          ...otherFinds,
        ],
        isFollowUp: true,
      }),
      { ...asked, context: 'hvad er besluttet om kommunikation?' },
      'message',
    ),
    'Chefforum godkendte indstillingen: at netværket oprettes, og at hver afdeling udpeger en medarbejder. [1] [2]',
  );
  add('answer-from-button', 'answer', answerCard(withOthers, asked, 'press'));
  const listed = (firstLine: string, count: number): Answer =>
    sampleAnswer({
      intent: 'timeline',
      isList: true,
      text: firstLine,
      firstLine,
      sources: Array.from({ length: count }, (_, index) =>
        sampleSource({
          meetingId: `m${Math.floor(index / 3)}`,
          meetingDate: `20${25 - Math.floor(index / 3)}-06-12`,
          itemNumber: 2 + (index % 3),
          title: [
            'Budgetkatalog til høring',
            'Plejehjemmet Åhaven: økonomi, tidsplan og næste års anlægsbevilling til færdiggørelse af æblehaven',
            'Ændring af måltal',
          ][index % 3] as string,
          quote:
            index % 3 === 1
              ? 'Chefforum godkendte, at restbeløbet overføres, og at Byudvikling & Ejendomme hver måned orienterer om økonomien, indtil den sidste beboer er flyttet ind på Åhaven og regnskabet er aflagt.'
              : 'Chefforum godkendte indstillingen.',
        }),
      ),
    });
  const overTime = { question: 'hvad har vi besluttet om budgettet gennem årene?' };
  const history = 'Emnet har været på 5 møder, 14 punkter i alt.';
  add('answer-list', 'answer-list', answerCard(listed(history, 14), overTime, 'message'), history);
  add('answer-list-last-page', 'answer-list', answerCard(listed(history, 14), overTime, 'press', 2));
  add(
    'maybe',
    'maybe',
    answerCard(
      {
        ...withOthers,
        status: 'maybe',
        text: 'Det er jeg ikke sikker på. Mente du et af disse punkter?',
      },
      asked,
      'message',
    ),
  );
  add(
    'which-meeting',
    'maybe',
    answerCard(
      sampleAnswer({
        status: 'maybe',
        text: 'Hvilket møde mener du?',
        sources: [],
        choices: ['27. april 2023', '13. april 2023'].map((date) => ({
          title: date,
          question: `hvem deltog på mødet den ${date}`,
        })),
      }),
      { question: 'hvem deltog på mødet i april' },
      'message',
    ),
  );
  add(
    'which-person',
    'maybe',
    answerCard(
      sampleAnswer({
        status: 'maybe',
        text: 'Hvilken Rikke mener du?',
        sources: [],
        choices: ['Rikke Damsbo', 'Rikke Østergaard-Kjærbæk Sønderskov', 'Rikke Vindeby'].map((name) => ({
          title: name,
          question: `var ${name} med på sidste møde`,
        })),
      }),
      { question: 'var Rikke med på sidste møde' },
      'press',
    ),
  );
  const place = sampleSource({
    meetingId: 'm9',
    itemNumber: 3,
    title: 'Borgermøde om budget 2024',
    section: 'case',
    quote: 'Borgermødet holdes den 10. maj 2023 i Kulturhuset Perronen. Der er plads til 150 borgere.',
  });
  const wishes = sampleAnswer({
    intent: 'date',
    text: '10. maj 2023.\nAmalie Rønholt laver drejebogen sammen med kommunikationsteamet.',
    sources: [
      place,
      sampleSource({
        ...place,
        section: 'decision',
        quote: 'Chefforum drøftede formen. Amalie Rønholt laver drejebogen sammen med kommunikationsteamet.',
      }),
    ],
  });
  const [when, who] = wishes.sources.map((source, index) =>
    sampleAnswer({ firstLine: wishes.text.split('\n')[index] ?? '', text: '', sources: [source] }),
  );
  if (when === undefined || who === undefined) throw new Error('two wishes, two answers');
  const twoWishes = { ...wishes, parts: [when, who] };
  const askedBoth = { question: 'hvornår er borgermødet, og hvem laver drejebogen?' };
  add(
    'answer-two-wishes',
    'answer',
    answerCard(twoWishes, askedBoth, 'message'),
    String(answerReply(twoWishes, askedBoth).text),
  );
  add('answer-two-wishes-pressed', 'answer', answerCard(twoWishes, askedBoth, 'press'));
  add(
    'no-answer',
    'no-answer',
    answerCard(
      sampleAnswer({
        status: 'not_found',
        text: 'Det fandt jeg ikke i referaterne.',
        sources: [],
        suggestions: otherFinds,
        searched: { topic: 'parkering ved stationen', meetingCount: 42, firstYear: 2019, lastYear: 2025 },
      }),
      { question: 'hvad blev besluttet om parkering ved stationen?' },
      'message',
    ),
  );
  add('enquiry', 'enquiry', secretaryCard(sampleEnquiry(), 'Chefforum'));
  add('enquiry-no-answer', 'enquiry', secretaryCard(sampleEnquiry(), 'Chefforum', { fault: 'Skriv et svar.' }));
  add('enquiry-answered', 'enquiry', secretaryCard(answeredEnquiry, 'Chefforum', { lead: 'Dit svar er sendt.' }));
  add('enquiry-sent', 'enquiry', askerCard(sampleEnquiry(), 'Chefforum', enquiryPhrases.sent));
  add('enquiry-reply', 'enquiry', askerCard(answeredEnquiry, 'Chefforum', null));
  add('decision', 'decision', decisionExample(decided('Chefforum godkendte indstillingen.')));
  add('decision-excerpt', 'decision', decisionExample(decided(longCase)));
  add('meetings', 'meetings', meetingsCard(shownYear(1)));
  add('meetings-last-page', 'meetings', meetingsCard(shownYear(2)));
  add('no-meeting', 'meetings', noMeetingCard(meetings.slice(9, 12), '2023-04-20'));
  add('meeting', 'meeting', meetingCard(meeting));
  add(
    'meeting-no-such-item',
    'meeting',
    meetingCard(meeting, { lead: 'Der er ikke noget punkt 12 på dette møde. Vælg et af disse.' }),
  );
  add('item-short', 'item', itemCard(meeting, item(2)));
  add('item-long', 'item', itemCard(meeting, item(5), { from: asked }));
  add('item-last-page', 'item', itemCard(meeting, item(5), { page: 99, from: asked }));
  const pending: PendingDocument = {
    id: 'pending-1',
    forumId: meeting.forumId,
    owner: { tenantId: 'tenant', objectId: 'secretary' },
    state: 'waiting',
    document: {
      ...meeting.document,
      findings: [{ code: 'no_decision', line: 40, message: 'Punkt 4 har ingen beslutning.' }],
    },
    original: { fileName: 'Referat Chefforum.docx', bytes: new Uint8Array(), sha256: 'new' },
    archivedAs: { meetingId: meeting.id, version: 2 },
    expiresAt: new Date('2026-12-20T08:00:00Z'),
  };
  const shorter = { ...meeting.document, items: meeting.document.items.slice(0, 3) };
  add('review', 'review', reviewCard(pending, { document: shorter, sha256: 'old' }));
  add('review-new', 'review', reviewCard(pending, undefined));
  add('review-archived', 'review', archivedCard(pending, true));
  const agenda = exampleAgenda();
  const budget = agenda.entries[1];
  if (budget === undefined) throw new Error('no such item');
  const now = new Date('2026-11-20T08:00:00Z');
  add('agenda', 'agenda', composeAgendaCard(agenda, { now, seesClosed: false, tally: { answered: 3, asked: 9 } }));
  add(
    'agenda-own',
    'agenda',
    composeAgendaCard(agenda, {
      now,
      seesClosed: true,
      tally: null,
      own: new Map([[budget.id, 'Du har svaret']]),
      neighbours: { earlier: exampleAgenda({ date: '2026-10-28' }), later: null },
    }),
  );
  add('agenda-late', 'agenda', composeAgendaCard(agenda, { now, seesClosed: false, tally: null, isLate: true }));
  add(
    'agenda-withdrawn',
    'agenda',
    composeAgendaCard(exampleAgenda({ state: 'withdrawn' }), { now, seesClosed: false, tally: null }),
  );
  add('agenda-item', 'item', entryCard(agenda, budget, { seesClosed: false }, { page: 1 }));
  add(
    'agenda-earlier',
    'item',
    earlierCard(agenda, budget, [
      decided('Chefforum godkendte tidsplanen.'),
      { ...decided(longCase), meetingId: 'meeting-2022-10-06', meetingDate: '2022-10-06' },
    ]),
  );
  const forum = { id: 'forum', tenantId: 'home', name: 'Chefforum' };
  const registered = Array.from({ length: 30 }, (_, at) =>
    sampleMembership(forum.id, at + 1, {
      name: `Anne-Grethe Dyrlund Storgaard ${at + 1}`,
      title: 'Konstitueret afdelingschef for Digitalisering, Service & Borgerbetjening',
      role: at === 0 ? 'chair' : at < 20 ? 'department_head' : 'reader',
      departmentId: at < 2 ? null : `${forum.id}/a${at % 7}`,
    }),
  );
  const departments = Array.from({ length: 7 }, (_, at) =>
    sampleDepartment(forum.id, `a${at}`, { name: `Borger, Arbejdsmarked & Erhverv ${at}` }),
  );
  const overview: MembersOverview = {
    forum,
    revision: 3,
    departments,
    memberships: registered,
    tier: null,
    team: {
      notRegistered: Array.from({ length: 9 }, (_, at) => ({
        person: samplePerson(100 + at),
        name: `Ny Kollega med et langt navn ${at}`,
        isGuest: false,
      })),
      notInTeam: registered,
    },
    lastChange: { note: 'Anne-Grethe Dyrlund er nu sekretær.', by: null, at: now },
  };
  const undo = button('Fortryd', verbs.undoMembers, { forumId: forum.id, revision: 3 });
  add('members', 'list', membersCard(overview, 1, 'Anne-Grethe Dyrlund er nu sekretær.', undo));
  add('members-last', 'list', membersCard(overview, 3));
  add(
    'members-no-team',
    'list',
    membersCard({ ...overview, memberships: [], team: { text: memberPhrases.noChannel } }),
  );
  const [someone] = registered;
  if (someone !== undefined) add('member', 'list', memberCard(forum, departments[0]?.name ?? null, someone, 3));
  add('reader-tiers', 'list', tierCard(forum, 'directors'));
  for (const { title, card, reply } of [...(await makeInputExamples()), ...(await makeInputFormExamples())])
    add(title, card, reply);
  add('welcome', 'welcome', welcomeCard(sketch));
  add('welcome-empty', 'welcome', welcomeCard({ meetingCount: 0, newest: null, firstYear: null, examples: [] }));
  add('help', 'help', helpCard(sketch, commands));
  for (const { title, card, reply } of makeDeskExamples()) add(title, card, reply);
  for (const { title, reply } of await makeWalkExamples()) add(title, 'list', reply);
  return examples;
}
