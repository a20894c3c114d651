import { createWorkingDays } from '../../src/danish/working-days.js';
import type { InputAnswer, InputValue, OwnQuestion } from '../../src/domain/input.js';
import { briefCard, wholeBriefCard } from '../../src/features/input/brief/brief-card.js';
import { makeBrief } from '../../src/features/input/brief/make-brief.js';
import { itemPlanFieldsOf, itemPlanForm } from '../../src/features/input/desk/item-plan-form.js';
import { planCard } from '../../src/features/input/desk/plan-card.js';
import { planFieldsOf, planForm } from '../../src/features/input/desk/plan-form.js';
import { statusCard } from '../../src/features/input/desk/status-card.js';
import { myInputCard } from '../../src/features/input/mine/my-input-card.js';
import { type Drawing, type Seat, topicsOf } from '../../src/features/input/mine/seat.js';
import { newPlan } from '../../src/features/input/round/new-plan.js';
import { type RoundState, readRoundStatus } from '../../src/features/input/round/round-status.js';
import { noticeCard } from '../../src/features/retention/retention.js';
import type { CardReply } from '../../src/routing/reply.js';
import { exampleAgenda } from './agenda-examples.js';
import { givenAnswer, sampleRequest, sampleRespondent, sampleRound } from './sample-input.js';

const agenda = exampleAgenda();
const now = new Date('2026-11-20T08:00:00Z');
const round = sampleRound('forum', { id: 'round', agendaId: agenda.id });

const own: OwnQuestion[] = [
  { id: 'q1', label: 'Hvor mange årsværk kan I flytte?', answerKind: 'number', choices: [], isRequired: true },
  { id: 'q2', label: 'Hvornår?', answerKind: 'choice', choices: ['Før jul', 'Efter jul'], isRequired: false },
];

const at = (number: number) => {
  const entry = agenda.entries.find(({ item }) => item.number === number);
  if (entry === undefined) throw new Error('no such item');
  return entry;
};

const requests = {
  budget: sampleRequest(round, at(2), { kind: 'stance' }),
  questions: sampleRequest(round, at(2), { kind: 'questions', questions: own }),
  chat: sampleRequest(round, at(3), { kind: 'stance' }),
  home: sampleRequest(round, at(5), { kind: 'acknowledge' }),
  sick: sampleRequest(round, at(6), { kind: 'acknowledge' }),
  group: sampleRequest(round, at(9), { kind: 'nomination', atLeast: 1, atMost: 2 }),
  meeting: sampleRequest(round, null, { kind: 'availability' }),
};

const departments = [
  'Børn & Familie',
  'Miljø, Teknik & Forsyning',
  'Borger, Arbejdsmarked & Erhverv',
  'Kultur & Fritid',
  'Økonomi & Stab',
  'Digitalisering, Service & Borgerbetjening',
];

const respondents = departments.map((departmentName, index) =>
  sampleRespondent(round, `chef${index}`, {
    id: `respondent-${index}`,
    departmentName,
    name:
      ['Ida Holm', 'Jonas Vildrik', 'Anne-Grethe Dyrlund Storgaard', 'Eva Lund', 'Bo Rask', 'Søren Bæk'][index] ?? '',
  }),
);

const answer = (who: number, request: { id: string }, value: InputValue, changes: Partial<InputAnswer> = {}) => {
  const respondent = respondents[who];
  if (respondent === undefined) throw new Error('no such respondent');
  return givenAnswer(request, respondent, value, { answeredAt: now, ...changes });
};

const stance = (choice: 'no_remarks' | 'remarks' | 'wants_discussion' | 'reservation', text: string | null = null) =>
  ({ kind: 'stance', choice, text }) as const;
const seen = { kind: 'acknowledge', wantsDiscussion: false, text: null } as const;

const answers = [
  answer(
    0,
    requests.budget,
    stance('reservation', 'Måltallet hviler på et elevtal fra 2024. Vi skal have det nye først.'),
  ),
  answer(1, requests.budget, stance('wants_discussion', 'Kan anlæg holdes uden for?')),
  ...[2, 3].map((who) => answer(who, requests.budget, stance('no_remarks'))),
  ...[0, 1, 2].map((who) =>
    answer(who, requests.questions, { kind: 'questions', answers: { q1: String(who + 1), q2: 'Efter jul' } }),
  ),
  answer(2, requests.chat, stance('remarks', 'Godt tilfredse. Vi vil gerne dele vores erfaringer fra borgerservice.')),
  ...[0, 1, 2, 3, 4, 5].map((who) => answer(who, requests.home, seen)),
  ...[0, 1, 2].map((who) => answer(who, requests.sick, seen)),
  answer(0, requests.group, { kind: 'nomination', persons: [{ name: 'Mia Krogh', title: 'Teamleder' }] }),
  answer(2, requests.group, { kind: 'nomination', persons: [] }),
  answer(1, requests.meeting, {
    kind: 'availability',
    attends: 'absent',
    absentFrom: [],
    deputy: 'Mia Krogh',
    text: null,
  }),
  answer(4, requests.budget, stance('reservation', 'For stramt i forhold til regnskabet.'), { isLate: true }),
];

export const exampleState: RoundState = { round, agenda, requests: Object.values(requests), respondents, answers };
const closed: RoundState = { ...exampleState, round: { ...round, state: 'closed', closedAt: round.deadlineAt } };

/** The brief of a round that has a bit of everything. @param unasked the departments nobody is asked for */
export const exampleBrief = (...unasked: string[]) =>
  makeBrief(closed.round, agenda, closed.requests, { statuses: readRoundStatus(closed), unasked }, true);

/** A chef's place in the round, by the chef's number. */
export function exampleSeat(number: number, isOnBehalf = false): Seat {
  const respondent = respondents[number];
  if (respondent === undefined) throw new Error('no such respondent');
  const { person, name } = respondent;
  return {
    ...exampleState,
    respondent,
    person,
    name,
    isOnBehalf,
    seesClosed: false,
    topics: topicsOf(exampleState, respondent, false),
  };
}

export const exampleDrawing: Drawing = {
  handles: { issueAll: async (handles: readonly unknown[]) => handles.map(() => 'A'.repeat(22)) },
  minutes: {
    getMeeting: () => Promise.reject(new Error('there are no minutes')),
    listSeenMeetings: async () => [],
  },
  workingDays: createWorkingDays(),
  clock: { now: () => now },
};

/** The cards of input before a meeting, with example data. */
export async function makeInputExamples(): Promise<
  { title: string; card: 'agenda' | 'brief' | 'form' | 'meeting'; reply: CardReply }[]
> {
  const brief = exampleBrief();
  const office = { isOffice: true };
  const plan = {
    ...newPlan(agenda),
    revision: 2,
    specs: { [at(2).id]: [requests.budget.spec, requests.questions.spec] },
  };
  const notes = [
    { note: 'Satte fristen til mandag 23. november kl. 12.00', by: null, byName: 'Amalie Rønholt', at: now },
    { note: 'Påmindede 3', by: null, byName: 'Torben Vestermark', at: now },
  ];
  const view = { notes, joined: [], unasked: [], now };
  return [
    { title: 'my-input', card: 'agenda', reply: await myInputCard(exampleDrawing, exampleSeat(3)) },
    {
      title: 'my-input-saved',
      card: 'agenda',
      reply: await myInputCard(exampleDrawing, exampleSeat(1), { lead: 'Dit svar er gemt.', undo: ['answer-2'] }),
    },
    { title: 'my-input-on-behalf', card: 'agenda', reply: await myInputCard(exampleDrawing, exampleSeat(2, true)) },
    { title: 'brief', card: 'brief', reply: briefCard(brief, office) },
    { title: 'brief-of-the-forum', card: 'brief', reply: briefCard(brief, { isOffice: false }) },
    { title: 'brief-whole', card: 'brief', reply: wholeBriefCard(brief, office, 1) },
    { title: 'input-status', card: 'brief', reply: statusCard(exampleState, { ...view, lead: 'Tre er påmindet.' }) },
    {
      title: 'input-status-closed',
      card: 'brief',
      reply: statusCard(closed, { ...view, lead: 'Svaret er lagt til side.', decided: 'answer-1' }),
    },
    {
      title: 'input-status-joined',
      card: 'brief',
      reply: statusCard(exampleState, {
        ...view,
        joined: [sampleRespondent(round, 'ny', { departmentName: 'By & Land' })],
      }),
    },
    { title: 'input-plan', card: 'meeting', reply: planCard(agenda, plan) },
    { title: 'input-plan-off', card: 'meeting', reply: planCard(agenda, { ...plan, isAsked: false }) },
    { title: 'input-plan-form', card: 'form', reply: planForm(plan, planFieldsOf(plan)) },
    {
      title: 'input-plan-item',
      card: 'form',
      reply: itemPlanForm(agenda, at(2), plan, itemPlanFieldsOf([requests.budget.spec, requests.questions.spec])),
    },
    {
      title: 'deletion-notice',
      card: 'brief',
      reply: noticeCard(
        (['input', 'draft'] as const).map((kind, index) => ({
          kind,
          agendaId: String(index),
          forumId: 'forum',
          noticeId: 'notice',
          forumName: 'Chefforum',
          date: '2024-09-11',
          announcedAt: now,
          deleteAt: new Date('2026-12-04T08:00:00Z'),
          state: 'announced',
          settledByName: null,
          settledAt: null,
        })),
        { input: 730, draft: 180 },
      ),
    },
  ];
}
