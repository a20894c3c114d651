import type { Clock } from '../../src/domain/clock.js';
import { dayMs } from '../../src/domain/durations.js';
import { homeTenant } from '../../src/domain/home-tenant.js';
import { newId } from '../../src/domain/new-id.js';
import { noIntents } from '../../src/domain/outgoing-message.js';
import { newPlan } from '../../src/features/input/round/new-plan.js';
import { planRound } from '../../src/features/input/round/plan-round.js';
import type { RoundToOpen, Store } from '../../src/store/ports.js';
import { tenantId } from './activities.js';
import { sampleAgenda, sampleEntry } from './sample-agenda.js';

/** A member of a large forum, by number. */
export const memberPerson = (number: number) => ({
  tenantId,
  objectId: `aaaaaaaa-0000-4000-8000-${String(number).padStart(12, '0')}`,
});

/** A published agenda far ahead, as many department heads in the register, and a round that asks all of them about every item. */
export async function openLargeRound(
  store: Store,
  clock: Clock,
  size: { members: number; items: number },
): Promise<RoundToOpen> {
  const { id: forumId } = await store.forums.ensureForum(homeTenant, 'Chefforum');
  const now = clock.now();
  const departments = Array.from({ length: size.members }, (_, index) => ({
    id: `department-${index}`,
    forumId,
    name: `Afdeling ${index}`,
    aliases: [],
  }));
  const memberships = departments.map(({ id: departmentId }, index) => ({
    id: `member-${index}`,
    forumId,
    person: memberPerson(index),
    name: `Chef ${index}`,
    title: null,
    role: 'department_head' as const,
    departmentId,
    from: '2020-01-01',
    to: null,
  }));
  const register = { departments, memberships, deputies: [] };
  await store.members.saveRegister(forumId, register, 0, { note: 'Indlæst', by: null, at: now });
  const agenda = await store.agendas.createAgenda(
    sampleAgenda(forumId, {
      id: newId(),
      date: '2099-01-14',
      state: 'published',
      publishedAt: now,
      inputDeadlineAt: new Date('2099-01-12T11:00:00Z'),
      entries: Array.from({ length: size.items }, (_, index) => sampleEntry(index + 1, { kind: 'decision' })),
    }),
    { note: 'Lavet', by: null, at: now },
  );
  const opening = planRound(agenda, newPlan(agenda), register, now);
  if (opening === undefined) throw new Error('nobody is asked');
  await store.input.openRound(opening, noIntents);
  return opening;
}

/** What each member presses to answer each item: the filled forms, by member. */
export async function fillForms(
  { handles }: Pick<Store, 'handles'>,
  clock: Clock,
  { round, requests, respondents }: RoundToOpen,
): Promise<object[][]> {
  const asked = requests.filter(({ entryId }) => entryId !== null);
  const expiresAt = new Date(clock.now().getTime() + dayMs);
  const forms: object[][] = [];
  for (const { id: respondent, person } of respondents) {
    const issued = await handles.issueAll(
      asked.map(({ id, entryId }) => {
        const payload = { round: round.id, respondent, topic: entryId ?? '', requests: id, revision: 1 };
        return { forumId: round.forumId, person, purpose: 'input.form', payload, expiresAt };
      }),
    );
    forms.push(
      issued.map((handle, index) => {
        const choice = ['no_remarks', 'remarks', 'wants_discussion', 'reservation'][index % 4];
        return { handle, a1_choice: choice, a1_text: 'Vi vil gerne se tallene for hvert område først.' };
      }),
    );
  }
  return forms;
}

/** What a member's chat client posts when they press "Gem". */
export const pressOfMember = (number: number, verb: string, data: object) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  from: { id: `29:${number}`, name: `Chef ${number}`, aadObjectId: memberPerson(number).objectId },
  conversation: { id: `a:${number}`, conversationType: 'personal', tenantId },
});
