import { describe, expect, test } from 'vitest';
import { toInstant } from '../../../src/danish/local-time.js';
import { createWorkingDays } from '../../../src/danish/working-days.js';
import type { InputAnswer, Respondent } from '../../../src/domain/input.js';
import type { Deputy, Membership } from '../../../src/domain/member.js';
import { standings } from '../../../src/domain/rights.js';
import { followAgenda } from '../../../src/features/input/round/follow-agenda.js';
import { followRegister } from '../../../src/features/input/round/follow-register.js';
import { newPlan } from '../../../src/features/input/round/new-plan.js';
import { unaskedDepartments } from '../../../src/features/input/round/plan-respondents.js';
import { planRound } from '../../../src/features/input/round/plan-round.js';
import { reminderTimes } from '../../../src/features/input/round/reminder-times.js';
import { countAnswered, type RoundState, readRoundStatus } from '../../../src/features/input/round/round-status.js';
import { maySeeAnswers } from '../../../src/features/input/round/who-sees.js';
import { personCalled, sampleAgenda, sampleEntry } from '../../support/sample-agenda.js';
import { deadline, givenAnswer, opened } from '../../support/sample-input.js';

const member = (word: string, changes: Partial<Membership> = {}): Membership => ({
  id: word,
  forumId: 'forum',
  person: personCalled(word),
  name: word,
  title: null,
  role: 'department_head',
  departmentId: `department-${word}`,
  from: '2020-01-01',
  to: null,
  ...changes,
});

const register = (...memberships: Membership[]) => ({
  memberships,
  departments: memberships.map(({ departmentId, name }) => ({
    id: departmentId ?? '',
    forumId: 'forum',
    name: `Afdeling ${name}`,
    aliases: [],
  })),
  deputies: [],
});

/** Stands in for Ida. */
const mia = (changes: Partial<Deputy> = {}): Deputy => ({
  id: 'd',
  forumId: 'forum',
  principal: personCalled('ida'),
  deputy: personCalled('mia'),
  deputyName: 'Mia Krogh',
  from: '2026-11-01',
  to: null,
  ...changes,
});

const noRemarks = { kind: 'stance', choice: 'no_remarks', text: null } as const;

const agenda = sampleAgenda('forum', { inputDeadlineAt: deadline, state: 'published' });
const closedAgenda = {
  ...agenda,
  entries: [...agenda.entries, sampleEntry(3, { kind: 'decision', access: 'closed' })],
};

const open = (of = agenda, ...memberships: Membership[]): RoundState => {
  const planned = planRound(of, newPlan(of), register(...memberships), opened) ?? expect.fail('nobody is asked');
  return { ...planned, agenda: of, answers: [] };
};

/** The round with one more answer: no remarks, where nothing else is said. */
function answered(state: RoundState, who: number, what: number, changes: Partial<InputAnswer> = {}): RoundState {
  const request = state.requests[what] ?? expect.fail('nothing is asked');
  const respondent = state.respondents[who] ?? expect.fail('nobody is asked');
  const version = state.answers.length + 1;
  const answer = givenAnswer(request, respondent, noRemarks, { version, ...changes });
  return { ...state, answers: [...state.answers, answer] };
}

describe('a round', () => {
  test('asks every chef and director of the meeting’s day, and neither chair, secretary nor reader', () => {
    const state = open(
      agenda,
      member('ida'),
      member('bo', { role: 'director', departmentId: null }),
      member('torben', { role: 'chair' }),
      member('amalie', { role: 'secretary' }),
      member('tenna', { role: 'reader' }),
      member('forhen', { to: '2026-11-24' }),
      member('senere', { from: '2026-11-26' }),
    );
    expect(state.respondents.map(({ name }) => name)).toEqual(['ida', 'bo']);
    expect(state.respondents[0]).toMatchObject({ departmentName: 'Afdeling ida', seesClosed: false });
  });

  test('asks one who heads two departments once for each, and nobody twice for one', () => {
    const state = open(agenda, member('ida'), member('ida'), member('ida', { departmentId: 'kultur' }));
    expect(state.respondents.map(({ departmentId }) => departmentId)).toEqual(['department-ida', 'kultur']);
  });

  test('tells of each department that nobody is asked for, so that none is missing unseen', () => {
    const { respondents } = open(
      agenda,
      member('ida', { departmentId: 'kultur' }),
      member('bo', { departmentId: 'teknik' }),
    );
    const departments = ['kultur', 'teknik', 'omsorg'].map((id) => ({
      id,
      forumId: 'forum',
      name: `Afdeling ${id}`,
      aliases: [],
    }));
    expect(unaskedDepartments(departments, respondents)).toEqual(['Afdeling omsorg']);
    const without = respondents.map((one) => ({ ...one, hasLeft: one.departmentId === 'teknik' }));
    expect(unaskedDepartments(departments, without)).toEqual(['Afdeling teknik', 'Afdeling omsorg']);
  });

  test('lets the deputy of the register answer', () => {
    const planned = planRound(agenda, newPlan(agenda), { ...register(member('ida')), deputies: [mia()] }, opened);
    expect(planned?.respondents[0]?.delegate).toEqual({ person: personCalled('mia'), name: 'Mia Krogh' });
  });

  test('is not opened when there is nobody or no time to answer, or the secretary wants none', () => {
    const plan = newPlan(agenda);
    expect(planRound(agenda, plan, register(), opened)).toBeUndefined();
    expect(planRound(agenda, plan, register(member('ida')), deadline)).toBeUndefined();
    expect(planRound({ ...agenda, inputDeadlineAt: null }, plan, register(member('ida')), opened)).toBeUndefined();
    expect(planRound(agenda, { ...plan, isAsked: false }, register(member('ida')), opened)).toBeUndefined();
  });

  test('asks about a closed item only those entitled, and counts it for nobody to see', () => {
    const director = member('bo', { role: 'director' });
    const state = open(closedAgenda, member('ida'), director);
    const [ida, bo] = readRoundStatus(state);
    const numbers = (status: typeof ida) => status?.missing.map(({ entry }) => entry?.item.number);
    expect(numbers(ida)).toEqual([1, 2]);
    expect(numbers(bo)).toEqual([1, 2, 3]);
    // Once the open items are answered, the channel's count must not tell that a third is missing.
    const almost = readRoundStatus(answered(answered(state, 1, 0), 1, 1));
    expect(almost[1]?.hasAnsweredAll).toBe(false);
    expect(countAnswered(almost)).toEqual({ answered: 1, asked: 2 });
  });

  test('asks what the secretary says instead of what the item suggests', () => {
    const [first] = agenda.entries;
    const plan = { ...newPlan(agenda), specs: { [first?.id ?? '']: [{ kind: 'acknowledge' } as const] } };
    const planned = planRound(agenda, plan, register(member('ida')), opened);
    expect(planned?.requests.map(({ spec }) => spec.kind)).toEqual(['acknowledge', 'stance', 'availability']);
  });
});

describe('an answer', () => {
  const state = open(agenda, member('ida'));
  const first = (of: RoundState) => readRoundStatus(of)[0]?.requests[0];

  test('counts in its newest version, and not once it is withdrawn', () => {
    const twice = answered(answered(state, 0, 0), 0, 0, { value: { kind: 'stance', choice: 'remarks', text: 'x' } });
    expect(first(twice)?.counting?.value).toMatchObject({ choice: 'remarks' });
    const withdrawn = answered(twice, 0, 0, { value: null });
    expect(first(withdrawn)?.counting).toBeNull();
    expect(readRoundStatus(withdrawn)[0]?.missing).toHaveLength(2);
  });

  test('that is late leaves the one that came in time in force until the secretary takes it in', () => {
    const late = { isLate: true, value: { kind: 'stance', choice: 'reservation', text: 'for sent' } } as const;
    const waiting = answered(answered(state, 0, 0), 0, 0, late);
    expect(first(waiting)).toMatchObject({
      counting: { value: { choice: 'no_remarks' } },
      late: { value: { choice: 'reservation' } },
    });
    const taken = answered(answered(state, 0, 0), 0, 0, { ...late, isAccepted: true });
    expect(first(taken)).toMatchObject({ counting: { value: { choice: 'reservation' } }, late: null });
  });

  test('given to a text that was changed since is kept, and asked about again', () => {
    const entries = agenda.entries.map((entry, index) => (index === 0 ? { ...entry, revision: 2 } : entry));
    const followed = followAgenda(answered(state, 0, 0), newPlan(agenda), { ...agenda, entries });
    expect(followed.requests).toEqual([]);
    expect(followed.outdated).toMatchObject([{ respondent: { name: 'ida' }, requests: [{ entry: { revision: 2 } }] }]);
  });
});

describe('a change of the agenda', () => {
  const state = open(agenda, member('ida'));
  const plan = newPlan(agenda);

  test('asks about what is new, and no more about what is withdrawn; what was answered is kept', () => {
    const [first, second] = agenda.entries;
    const changed = {
      ...agenda,
      entries: [{ ...(first ?? expect.fail()), isWithdrawn: true }, second ?? expect.fail(), sampleEntry(3)],
    };
    const { requests } = followAgenda(answered(state, 0, 0), plan, changed);
    expect(requests).toMatchObject([
      { entryId: first?.id, isWithdrawn: true },
      { entryId: changed.entries[2]?.id, spec: { kind: 'stance' } },
    ]);
  });

  test('that closes an item asks about it only among those entitled', () => {
    const entries = agenda.entries.map((entry, index) =>
      index === 0 ? { ...entry, item: { ...entry.item, access: 'closed' as const } } : entry,
    );
    const { requests } = followAgenda(state, plan, { ...agenda, entries });
    expect(requests).toMatchObject([{ entryId: entries[0]?.id, access: 'closed' }]);
  });

  test('that changes nothing asked, changes nothing', () => {
    expect(followAgenda(state, plan, agenda)).toEqual({ requests: [], outdated: [] });
  });
});

describe('a change of the register', () => {
  const { round, respondents } = open(agenda, member('ida'), member('bo'));
  const days = { meeting: agenda.date, today: '2026-11-18' };

  test('asks who joined, and misses no more who left', () => {
    const { joined, changed } = followRegister(round.id, respondents, register(member('ida'), member('åse')), days);
    expect(joined).toMatchObject([{ name: 'åse', hasLeft: false }]);
    expect(changed).toMatchObject([{ id: respondents[1]?.id, hasLeft: true }]);
    const back = followRegister(
      round.id,
      respondents.map((one) => ({ ...one, hasLeft: true })),
      register(member('ida')),
      days,
    );
    expect(back.changed).toMatchObject([{ id: respondents[0]?.id, hasLeft: false }]);
  });

  describe('lets whoever stands in for somebody answer', () => {
    const both = register(member('ida'), member('bo'));
    const miaIs = { person: personCalled('mia'), name: 'Mia Krogh' };
    const [ida, bo] = respondents.map((one) => one ?? expect.fail());
    const askedOf = (changes: Partial<Respondent>) => [{ ...(ida ?? expect.fail()), ...changes }, bo ?? expect.fail()];
    const follow = (asked: Respondent[], ...deputies: Deputy[]) =>
      followRegister(round.id, asked, { ...both, deputies }, days).changed.map(({ id, delegate }) => [id, delegate]);

    test('as soon as the register says so, on the day itself or the meeting’s, and no longer than it does', () => {
      expect(follow(askedOf({}), mia())).toEqual([[ida?.id, miaIs]]);
      expect(follow(askedOf({}), mia({ to: days.today }))).toEqual([[ida?.id, miaIs]]);
      expect(follow(askedOf({}), mia({ from: days.meeting }))).toEqual([[ida?.id, miaIs]]);
      expect(follow(askedOf({}), mia({ to: '2026-11-17' }))).toEqual([]);
      expect(follow(askedOf({ delegate: miaIs }), mia())).toEqual([]);
      expect(follow(askedOf({ delegate: miaIs }))).toEqual([[ida?.id, null]]);
      expect(follow(askedOf({ delegate: miaIs }), mia({ to: '2026-11-17' }))).toEqual([[ida?.id, null]]);
    });

    test('and leaves alone what somebody chose: a colleague, or to answer alone', () => {
      const chosen = { delegate: { person: personCalled('eva'), name: 'Eva Lund' }, delegateBy: 'respondent' } as const;
      expect(follow(askedOf(chosen), mia())).toEqual([]);
      expect(follow(askedOf({ delegate: null, delegateBy: 'respondent' }), mia())).toEqual([]);
    });
  });
});

describe('reminders', () => {
  const workingDays = createWorkingDays();
  const times = (deadlineAt: Date, remindHoursBefore = [24, 3], openedAt = opened) =>
    reminderTimes({ deadlineAt, openedAt, remindHoursBefore }, workingDays);

  test('go out a day and three hours before the deadline', () => {
    const tuesday = toInstant('2026-11-24', '12:00');
    expect(times(tuesday)).toEqual([toInstant('2026-11-23', '12:00'), toInstant('2026-11-24', '09:00')]);
  });

  test('go out at the same hour of the working day before where nobody is at work', () => {
    // A day before Monday noon is Sunday.
    expect(times(deadline)).toEqual([toInstant('2026-11-20', '12:00'), toInstant('2026-11-23', '09:00')]);
    // Three hours before 9 in the morning is 6: the same hour the day before is no working hour either.
    const early = toInstant('2026-11-24', '09:00');
    expect(times(early)).toEqual([toInstant('2026-11-23', '07:00'), toInstant('2026-11-23', '09:00')]);
  });

  test('move over holidays too, and keep their hour where the clock changes', () => {
    const afterEaster = toInstant('2026-04-07', '12:00');
    expect(times(afterEaster, [24], toInstant('2026-03-20', '12:00'))).toEqual([toInstant('2026-04-01', '12:00')]);
    const afterSummerTime = toInstant('2026-10-26', '12:00');
    expect(times(afterSummerTime, [24], toInstant('2026-10-12', '12:00'))).toEqual([toInstant('2026-10-23', '12:00')]);
  });

  test('are two at most, and none goes out before the round is open', () => {
    expect(times(toInstant('2026-11-24', '12:00'), [24, 3, 1])).toHaveLength(2);
    expect(times(toInstant('2026-11-24', '12:00'), [24, 3], toInstant('2026-11-24', '08:00'))).toEqual([
      toInstant('2026-11-24', '09:00'),
    ]);
  });
});

describe('who reads everybody’s answers', () => {
  /** Standings that may, by visibility and state of the round: open items / closed items. */
  const table = {
    'secretariat open': ['chair secretary', 'chair secretary'],
    'secretariat closed': ['chair secretary', 'chair secretary'],
    'directors open': ['chair director secretary', 'chair director secretary'],
    'directors closed': ['chair director secretary', 'chair director secretary'],
    'forum_after_deadline open': ['chair secretary', 'chair secretary'],
    'forum_after_deadline closed': ['chair director department_head secretary', 'chair director secretary'],
  } as const;

  test.each(
    (['secretariat', 'directors', 'forum_after_deadline'] as const).flatMap((visibility) =>
      (['open', 'closed'] as const).map((state) => ({ visibility, state })),
    ),
  )('$visibility, round $state', (round) => {
    const [openItems, closedItems] = table[`${round.visibility} ${round.state}`];
    const readers = (access: 'open' | 'closed') =>
      standings.filter((standing) => maySeeAnswers(round, [standing], access)).join(' ');
    expect(readers('open')).toBe(openItems);
    expect(readers('closed')).toBe(closedItems);
  });
});
