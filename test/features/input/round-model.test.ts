import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorkingDays } from '../../../src/danish/working-days.js';
import type { Agenda } from '../../../src/domain/agenda.js';
import { AppError } from '../../../src/domain/app-error.js';
import type { InputRound, StanceChoice } from '../../../src/domain/input.js';
import { noIntents } from '../../../src/domain/outgoing-message.js';
import { intentsOfChange, refreshAgendaCard } from '../../../src/features/agenda/agenda-intents.js';
import { askJoined, closeRoundNow, setDeadline } from '../../../src/features/input/desk/round-actions.js';
import {
  closeRoundInTime,
  followAgendaOf,
  followRegisterOf,
  openRoundOf,
  readRoundState,
} from '../../../src/features/input/follow-round.js';
import {
  countAnswered,
  type RespondentStatus,
  readRoundStatus,
} from '../../../src/features/input/round/round-status.js';
import { sampleAgenda, sampleEntry } from '../../support/sample-agenda.js';
import { deadline, opened, sampleAnswer, saveAnswer } from '../../support/sample-input.js';
import { sampleMembership, samplePerson } from '../../support/sample-register.js';
import { openTemporaryStore, type TemporaryStore } from '../../support/temporary-store.js';

/*
 * A round on the real store against a model that fits in the head: what each chef said of each item, in order, and which of it
 * counts. After every step the two must say the same.
 */

const isLong = process.env.REFERENT_LONG !== undefined;
const hour = 3_600_000;
const meeting = new Date('2026-11-25T08:00:00Z');
const choices: readonly StanceChoice[] = ['no_remarks', 'remarks', 'wants_discussion', 'reservation'];

interface ModelVersion {
  /** null: withdrawn. */
  choice: StanceChoice | null;
  by: number;
  isLate: boolean;
  verdict: 'waiting' | 'accepted' | 'set_aside';
}

/** The whole model: who, what, and until when. */
interface Model {
  now: number;
  deadline: number;
  isOpen: boolean;
  /** By number of chef. */
  chefs: Map<number, { isHere: boolean }>;
  items: Map<string, { isWithdrawn: boolean }>;
  said: Map<string, ModelVersion[]>;
}

const keyOf = (chef: number, item: string): string => `${chef} ${item}`;
const versionsOf = (model: Model, chef: number, item: string): ModelVersion[] => {
  const key = keyOf(chef, item);
  const known = model.said.get(key) ?? [];
  model.said.set(key, known);
  return known;
};
const countingIn = (versions: readonly ModelVersion[]): StanceChoice | null =>
  versions.findLast(({ isLate, verdict }) => !isLate || verdict === 'accepted')?.choice ?? null;

/** The round as the bot has it. */
class Real {
  readonly clock = { now: () => new Date(this.time) };
  time = opened.getTime();

  private constructor(
    readonly kept: TemporaryStore,
    readonly forumId: string,
    readonly agendaId: string,
  ) {}

  static async open(kept: TemporaryStore, name: string, agenda: (forumId: string) => Agenda): Promise<Real> {
    const forum = await kept.store.forums.ensureForum('home', name);
    const made = await kept.store.agendas.createAgenda(agenda(forum.id), { note: 'Lavet', by: null, at: opened });
    const real = new Real(kept, forum.id, made.id);
    await real.register([1, 2]);
    await openRoundOf(real.work, made.id);
    return real;
  }

  get work() {
    return {
      ...this.kept.store,
      clock: this.clock,
      workingDays: createWorkingDays(),
      opensDialogs: true,
      refreshAgendaCard,
      intentsOfAgendaChange: intentsOfChange,
      rightsOf: () => Promise.reject(new Error('nobody presses here')),
      reportUnsaved: () => undefined,
    };
  }

  async register(numbers: readonly number[]): Promise<void> {
    const { members } = this.kept.store;
    const memberships = numbers.map((number) => sampleMembership(this.forumId, number));
    const basis = await members.registerRevision(this.forumId);
    const change = { note: 'Ændret', by: null, at: this.clock.now() };
    await members.saveRegister(this.forumId, { departments: [], memberships, deputies: [] }, basis, change);
  }

  async round(): Promise<InputRound> {
    return (await this.kept.store.input.findRoundOf(this.agendaId)) ?? expect.fail('no round');
  }

  state = async () => readRoundState(this.work, await this.round());

  async changeAgenda(change: (agenda: Agenda) => Agenda): Promise<void> {
    const { agendas } = this.kept.store;
    const changed = change(await agendas.getAgenda(this.agendaId));
    await agendas.saveAgenda(changed, { note: 'Rettet', by: null, at: this.clock.now() }, noIntents);
    await followAgendaOf(this.work, this.agendaId);
  }

  /** Where somebody's answer to an item belongs. */
  async place(chef: number, item: string) {
    const { requests, respondents } = await this.state();
    const request = requests.find(({ entryId, spec }) => entryId === item && spec.kind === 'stance');
    const respondent = respondents.find(({ person }) => person.objectId === samplePerson(chef).objectId);
    if (request === undefined || respondent === undefined) return expect.fail(`nobody asked ${chef} about ${item}`);
    return { request, respondent };
  }
}

const noteOf = (note: string) => ({ note, by: null, byName: null, at: opened });

/** What counts of one chef's answers, what waits for the secretary, and who gave it. */
function compareAnswers(model: Model, chef: number, live: readonly string[], { requests }: RespondentStatus): void {
  for (const item of live) {
    const own = requests.find(({ request }) => request.entryId === item);
    const versions = versionsOf(model, chef, item);
    const given = own?.counting?.value;
    expect(given?.kind === 'stance' ? given.choice : null, keyOf(chef, item)).toBe(countingIn(versions));
    const newest = versions.at(-1);
    const waits = newest?.isLate === true && newest.verdict === 'waiting';
    expect(own?.late !== null, `late ${keyOf(chef, item)}`).toBe(waits);
    if (own?.counting) {
      const counted = versions.findLast(({ isLate, verdict }) => !isLate || verdict === 'accepted');
      expect(own.counting.answeredBy).toEqual(samplePerson(counted?.by ?? 0));
    }
  }
}

/** Everything the two must agree on. */
async function compare(model: Model, real: Real): Promise<void> {
  const state = await real.state();
  const statuses = readRoundStatus(state);
  expect(state.round.state).toBe(model.isOpen ? 'open' : 'closed');
  expect(state.round.deadlineAt.getTime()).toBe(model.deadline);
  const total = [...model.said.values()].reduce((sum, versions) => sum + versions.length, 0);
  expect(state.answers.length, 'every version, each once').toBe(total);
  const live = [...model.items].filter(([, { isWithdrawn }]) => !isWithdrawn).map(([id]) => id);
  let answered = 0;
  for (const [chef, { isHere }] of model.chefs) {
    const status = statuses.find(({ respondent }) => respondent.person.objectId === samplePerson(chef).objectId);
    const saidAnything = live.some((item) => countingIn(versionsOf(model, chef, item)) !== null);
    if (!isHere && !saidAnything) {
      expect(status, 'who left and said nothing').toBeUndefined();
      continue;
    }
    if (status === undefined) return expect.fail(`chef ${chef} is not asked`);
    expect(status.respondent.hasLeft).toBe(!isHere);
    compareAnswers(model, chef, live, status);
    const missing = isHere ? live.filter((item) => countingIn(versionsOf(model, chef, item)) === null) : [];
    expect(status.missing.map(({ request }) => request.entryId).sort()).toEqual(missing.sort());
    if (isHere && missing.length === 0) answered += 1;
  }
  const here = [...model.chefs.values()].filter(({ isHere }) => isHere).length;
  expect(countAnswered(statuses)).toEqual({ answered, asked: here });
}

type Step = fc.AsyncCommand<Model, Real>;

/** A step of the round; it is skipped where it makes no sense, and checked after it ran. */
const step = (
  name: string,
  can: (model: Model) => boolean,
  act: (model: Model, real: Real) => Promise<void>,
): Step => ({
  check: can,
  async run(model, real) {
    await act(model, real);
    await compare(model, real);
  },
  toString: () => name,
});

const always = () => true;
const pick = <T>(all: readonly T[], at: number): T => all[at % all.length] ?? expect.fail('nothing to pick from');
const presentIn = (model: Model): number[] => [...model.chefs].filter(([, { isHere }]) => isHere).map(([chef]) => chef);
const liveIn = (model: Model): string[] =>
  [...model.items].filter(([, { isWithdrawn }]) => !isWithdrawn).map(([id]) => id);
const someoneAsked = (model: Model): boolean => presentIn(model).length > 0 && liveIn(model).length > 0;
const isLateNow = (model: Model): boolean => !model.isOpen || model.now >= model.deadline;

interface Saying {
  chef: number;
  item: string;
  choice: StanceChoice | null;
  by?: number;
  /** The same press arrives twice. */
  isTwice?: boolean;
}

async function say(model: Model, real: Real, { chef, item, choice, by = chef, isTwice = false }: Saying) {
  const { request, respondent } = await real.place(chef, item);
  const value = choice === null ? null : ({ kind: 'stance', choice, text: 'Fordi.' } as const);
  const changes = { answeredBy: samplePerson(by), answeredByName: `Person ${by}`, isOnBehalf: by !== chef };
  const answer = sampleAnswer(request, respondent, value, changes);
  const save = () => saveAnswer(real.kept.store, answer, real.clock.now());
  const saved = isTwice ? await Promise.all([save(), save()]) : [await save()];
  expect(saved.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1);
  versionsOf(model, chef, item).push({ choice, by, isLate: isLateNow(model), verdict: 'waiting' });
}

const small = fc.nat(11);
const ofChoice = fc.constantFrom(...choices);

const steps = [
  fc
    .tuple(small, small, ofChoice, fc.boolean())
    .map(([who, what, choice, isTwice]) =>
      step(`answer ${who} ${what} ${choice}${isTwice ? ' twice' : ''}`, someoneAsked, (model, real) =>
        say(model, real, { chef: pick(presentIn(model), who), item: pick(liveIn(model), what), choice, isTwice }),
      ),
    ),
  fc.tuple(small, small, ofChoice, ofChoice).map(([who, what, one, other]) =>
    step(`two devices ${who} ${what} ${one} ${other}`, someoneAsked, async (model, real) => {
      const chef = pick(presentIn(model), who);
      const item = pick(liveIn(model), what);
      const { request, respondent } = await real.place(chef, item);
      const saved = await Promise.all(
        [one, other].map((choice) =>
          saveAnswer(
            real.kept.store,
            sampleAnswer(request, respondent, { kind: 'stance', choice, text: 'Fordi.' }),
            real.clock.now(),
          ),
        ),
      );
      // Both are kept; which came first is for the store to say.
      for (const { answer } of saved.toSorted((first, second) => first.answer.version - second.answer.version))
        if (answer.value?.kind === 'stance')
          versionsOf(model, chef, item).push({
            choice: answer.value.choice,
            by: chef,
            isLate: isLateNow(model),
            verdict: 'waiting',
          });
    }),
  ),
  fc
    .tuple(small, small)
    .map(([who, what]) =>
      step(`withdraw ${who} ${what}`, someoneAsked, (model, real) =>
        say(model, real, { chef: pick(presentIn(model), who), item: pick(liveIn(model), what), choice: null }),
      ),
    ),
  fc.tuple(small, small).map(([who, what]) =>
    step(`undo ${who} ${what}`, someoneAsked, async (model, real) => {
      const chef = pick(presentIn(model), who);
      const item = pick(liveIn(model), what);
      const versions = versionsOf(model, chef, item);
      if (versions.length > 0) await say(model, real, { chef, item, choice: versions.at(-2)?.choice ?? null });
    }),
  ),
  fc.tuple(small, small, ofChoice).map(([who, what, choice]) =>
    step(`delegate ${who}, who answers ${what} ${choice}`, someoneAsked, async (model, real) => {
      const chef = pick(presentIn(model), who);
      const item = pick(liveIn(model), what);
      const deputy = 20 + (who % 3);
      const { respondent } = await real.place(chef, item);
      const { input } = real.kept.store;
      const delegate = { person: samplePerson(deputy), name: `Person ${deputy}` };
      const changed = [{ id: respondent.id, delegate }];
      await input.saveRespondents(respondent.roundId, { changed }, real.clock.now(), noIntents);
      await say(model, real, { chef, item, choice, by: deputy });
    }),
  ),
  fc.integer({ min: 1, max: 30 }).map((hours) =>
    step(`${hours} hours pass`, always, async (model, real) => {
      model.now = Math.min(model.now + hours * hour, meeting.getTime() - hour);
      real.time = model.now;
      await closeRoundInTime(real.work, (await real.round()).id);
      if (model.now >= model.deadline) model.isOpen = false;
    }),
  ),
  fc.constant(
    step(
      'to the second of the deadline, before the job has run',
      ({ isOpen, now, deadline: at }) => isOpen && now < at,
      async (model, real) => {
        model.now = model.deadline;
        real.time = model.now;
      },
    ),
  ),
  fc.integer({ min: 1, max: 40 }).map((hours) =>
    step(`extend or reopen for ${hours} hours`, always, async (model, real) => {
      const at = Math.min(model.now + hours * hour, meeting.getTime());
      await setDeadline(real.work, await real.round(), new Date(at), noteOf);
      model.deadline = at;
      model.isOpen = true;
    }),
  ),
  fc.constant(
    step('close', always, async (model, real) => {
      const closing = closeRoundNow(real.work, await real.round(), noteOf);
      if (model.isOpen) await closing;
      else await expect(closing).rejects.toBeInstanceOf(AppError);
      model.isOpen = false;
    }),
  ),
  small.map((what) =>
    step(`item ${what} changed`, someoneAsked, async (model, real) => {
      const item = pick(liveIn(model), what);
      const before = await real.state();
      const revise = (entry: Agenda['entries'][number]) =>
        entry.id === item ? { ...entry, revision: entry.revision + 1 } : entry;
      await real.changeAgenda((agenda) => ({ ...agenda, entries: agenda.entries.map(revise) }));
      const after = readRoundStatus(await real.state());
      // What was answered is kept with the text it answered.
      expect((await real.state()).answers).toEqual(before.answers);
      for (const { requests } of after)
        for (const { request, counting, isOutdated } of requests)
          if (request.entryId === item && counting !== null) expect(isOutdated).toBe(true);
    }),
  ),
  fc.constant(
    step(
      'a new item',
      ({ items }) => items.size < 6,
      async (model, real) => {
        const entry = sampleEntry(model.items.size + 1, { kind: 'discussion' });
        await real.changeAgenda((agenda) => ({ ...agenda, entries: [...agenda.entries, entry] }));
        model.items.set(entry.id, { isWithdrawn: false });
      },
    ),
  ),
  small.map((what) =>
    step(`item ${what} withdrawn or brought back`, always, async (model, real) => {
      const [id, item] = pick([...model.items], what);
      item.isWithdrawn = !item.isWithdrawn;
      const turn = (entry: Agenda['entries'][number]) =>
        entry.id === id ? { ...entry, isWithdrawn: item.isWithdrawn } : entry;
      await real.changeAgenda((agenda) => ({ ...agenda, entries: agenda.entries.map(turn) }));
    }),
  ),
  fc.tuple(small, fc.boolean()).map(([who, isPressed]) =>
    step(
      `member ${who} joins or leaves`,
      ({ isOpen }) => isOpen,
      async (model, real) => {
        const chef = 1 + (who % 4);
        const known = model.chefs.get(chef);
        const isHere = !(known?.isHere ?? false);
        const others = presentIn(model).filter((one) => one !== chef);
        await real.register(isHere ? [...others, chef] : others);
        // One who is new may be asked by the secretary's press; all else follows by itself.
        if (isPressed && known === undefined) await askJoined(real.work, await real.round(), noteOf);
        await followRegisterOf(real.work, await real.round());
        model.chefs.set(chef, { isHere });
      },
    ),
  ),
  fc.tuple(small, fc.constantFrom('accepted', 'set_aside', 'waiting')).map(([which, verdict]) =>
    step(`late ${which} ${verdict}`, always, async (model, real) => {
      const { input } = real.kept.store;
      const { id } = await real.round();
      const late = (await input.listAnswers(id)).filter(({ isLate }) => isLate);
      if (late.length === 0) return;
      const answer = pick(late, which);
      await input.decideLate(id, answer.id, verdict, noteOf(verdict));
      const { requests, respondents } = await real.state();
      const item = requests.find((request) => request.id === answer.requestId)?.entryId ?? expect.fail();
      const person = respondents.find((respondent) => respondent.id === answer.respondentId)?.person;
      const chef = [...model.chefs.keys()].find((number) => samplePerson(number).objectId === person?.objectId);
      const version = versionsOf(model, chef ?? 0, item)[answer.version - 1] ?? expect.fail('no such version');
      version.verdict = verdict;
    }),
  ),
];

let kept: TemporaryStore;
beforeAll(async () => {
  kept = await openTemporaryStore();
});
afterAll(() => kept.remove());

test(
  'counts each answer once and loses none, whatever happens to a round',
  async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.commands(steps, { maxCommands: isLong ? 30 : 20 }), async (commands) => {
        runs += 1;
        const entries = [1, 2].map((number) => sampleEntry(number, { kind: 'decision' }));
        const real = await Real.open(kept, `Forum ${runs}`, (forumId) =>
          sampleAgenda(forumId, { entries, state: 'published', publishedAt: opened, inputDeadlineAt: deadline }),
        );
        const model: Model = {
          now: opened.getTime(),
          deadline: deadline.getTime(),
          isOpen: true,
          chefs: new Map([1, 2].map((chef) => [chef, { isHere: true }])),
          items: new Map(entries.map(({ id }) => [id, { isWithdrawn: false }])),
          said: new Map(),
        };
        await fc.asyncModelRun(() => ({ model, real }), commands);
      }),
      { numRuns: isLong ? 2_000 : 100, endOnFailure: !isLong },
    );
  },
  isLong ? 3_600_000 : 120_000,
);
