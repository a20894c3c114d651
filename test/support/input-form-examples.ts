import { planFieldsOf, planForm, readPlanForm } from '../../src/features/input/desk/plan-form.js';
import { deadlineForm } from '../../src/features/input/desk/status.verb.js';
import { delegateForm } from '../../src/features/input/mine/delegate.verbs.js';
import { itemForm, readForm } from '../../src/features/input/mine/item-form.js';
import { chooseSeatCard } from '../../src/features/input/mine/my-input-card.js';
import { formLines } from '../../src/features/input/mine/my-phrases.js';
import { restOf } from '../../src/features/input/mine/rest.js';
import { restCard } from '../../src/features/input/mine/rest-card.js';
import { meetingTopic, type Seat, type Topic, topicsOf } from '../../src/features/input/mine/seat.js';
import { historyCard } from '../../src/features/input/mine/show.verbs.js';
import { newPlan } from '../../src/features/input/round/new-plan.js';
import type { CardReply } from '../../src/routing/reply.js';
import { exampleAgenda } from './agenda-examples.js';
import { exampleDrawing, exampleSeat, exampleState } from './input-examples.js';
import { sampleDocument, sampleItem } from './sample-document.js';
import { sampleRequest } from './sample-input.js';
import { sampleMembership } from './sample-register.js';

const topicOf = (seat: Seat, number: number | null): Topic => {
  const topic = seat.topics.find(({ id, entry }) =>
    number === null ? id === meetingTopic : entry?.item.number === number,
  );
  if (topic === undefined) throw new Error(`nothing is asked about item ${number}`);
  return topic;
};

/** The place of a chef in a round that asks about the last minutes too, and whose second item was changed since. */
function changedSeat(chef: number): Seat {
  const seat = exampleSeat(chef);
  const agenda = exampleAgenda();
  const entries = agenda.entries.map((entry) => (entry.item.number === 2 ? { ...entry, revision: 2 } : entry));
  const minutes = entries[0];
  if (minutes === undefined) throw new Error('no such item');
  const approve = sampleRequest(seat.round, minutes, { kind: 'approve', meetingId: null });
  const state = { ...exampleState, agenda: { ...agenda, entries }, requests: [approve, ...seat.requests] };
  return { ...seat, ...state, topics: topicsOf(state, seat.respondent, false) };
}

const longName = 'Konstitueret direktør Anne-Grethe Dyrlund Storgaard-Østerbye';

const members = {
  getRegister: async () => ({
    departments: [],
    deputies: [],
    memberships: ['Æble Ødegård', longName, 'Bo Rask'].map((name, at) =>
      sampleMembership('forum', at + 50, { name, role: 'department_head' }),
    ),
  }),
};

/** An archive that has the minutes to be approved. */
const minutes: typeof exampleDrawing.minutes = {
  listSeenMeetings: async () => [
    {
      id: 'meeting',
      forumId: 'forum',
      forum: 'Chefforum',
      kind: 'minutes',
      date: '2026-11-11',
      startTime: '09:00',
      place: null,
      itemCount: 3,
    },
  ],
  getMeeting: async () => ({
    id: 'meeting',
    forumId: 'forum',
    version: 1,
    fileName: 'referat.docx',
    importedAt: new Date('2026-11-12T08:00:00Z'),
    document: sampleDocument('2026-11-11', {
      items: ['Godkendelse af dagsorden', 'Sygefravær i tredje kvartal', 'Fælles brug af mødelokaler på rådhuset'].map(
        (topic, index) => ({ ...sampleItem(index + 1), topic }),
      ),
    }),
  }),
};

/** The forms of input before a meeting, as they are opened and as they come back, with example data. */
export async function makeInputFormExamples(): Promise<
  { title: string; card: 'agenda' | 'form' | 'item'; reply: CardReply }[]
> {
  const { round, agenda } = exampleState;
  const form = async (title: string, seat: Seat, number: number | null, options?: Parameters<typeof itemForm>[3]) =>
    ({ title, card: 'form', reply: await itemForm(exampleDrawing, seat, topicOf(seat, number), options) }) as const;
  const chef = exampleSeat(3);
  const refused = { a1_choice: 'reservation', a1_text: '', a2_q1: 'mange', a2_q2: '' };
  const { faults } = readForm(topicOf(chef, 2).requests, refused, { entries: agenda.entries, minutesItems: null });
  const plan = newPlan(agenda);
  const hours = { ...planFieldsOf(plan), first: 'to dage', second: '999' };
  const wrongHours = readPlanForm(hours);
  return [
    await form('input-form', exampleSeat(5), 2),
    await form('input-form-answered', exampleSeat(0), 2),
    await form('input-form-refused', chef, 2, { draft: { data: refused, faults } }),
    await form('input-form-not-saved', chef, 2, {
      draft: {
        data: { ...refused, a1_text: 'For stramt i forhold til regnskabet.' },
        faults: [],
        why: formLines.tryAgain,
      },
    }),
    await form('input-form-changed', changedSeat(0), 2),
    await form('input-form-approve', changedSeat(1), 1),
    {
      title: 'input-form-approve-item',
      card: 'form',
      reply: await itemForm({ ...exampleDrawing, minutes }, changedSeat(1), topicOf(changedSeat(1), 1)),
    },
    await form('input-form-nomination', exampleSeat(1), 9),
    await form('input-form-seen', exampleSeat(0), 6),
    await form('input-form-meeting', exampleSeat(1), null),
    {
      title: 'input-rest',
      card: 'form',
      reply: await restCard(exampleDrawing, exampleSeat(5), restOf(exampleSeat(5))),
    },
    { title: 'input-delegate', card: 'form', reply: await delegateForm({ ...exampleDrawing, members }, chef) },
    {
      title: 'input-history',
      card: 'item',
      reply: await historyCard(exampleDrawing, exampleSeat(0), topicOf(exampleSeat(0), 2), 1),
    },
    {
      title: 'input-choose',
      card: 'agenda',
      reply: await chooseSeatCard(exampleDrawing, [chef, exampleSeat(5, true)]),
    },
    { title: 'input-deadline', card: 'form', reply: deadlineForm(round, { date: '2026-11-24', time: '12.00' }) },
    {
      title: 'input-deadline-refused',
      card: 'form',
      reply: deadlineForm(round, { date: '', time: 'middag' }, [
        'Vælg en dato.',
        'Jeg kan ikke læse klokkeslættet "middag". Skriv for eksempel 12.00.',
      ]),
    },
    {
      title: 'input-plan-form-refused',
      card: 'form',
      reply: planForm(plan, hours, 'faults' in wrongHours ? wrongHours.faults : []),
    },
  ];
}
