import { verbs } from '../../src/cards/button.js';
import type { Agenda } from '../../src/domain/agenda.js';
import type { InputKind, InputRequest, InputRound, InputValue, Respondent } from '../../src/domain/input.js';
import type { Register } from '../../src/store/ports.js';
import { exampleAgenda } from './agenda-examples.js';
import { type AgendaHouse, people, type Somebody } from './agenda-house.js';
import { sampleAnswer, saveAnswer } from './sample-input.js';

/** A working Friday before the meeting of the example agenda. */
export const friday = new Date('2026-11-20T09:00:00Z');

/** The deadline of the example agenda: Monday at 12:00. */
export const mondayNoon = new Date('2026-11-23T11:00:00Z');

const until = async <T>(find: () => Promise<T | undefined>): Promise<T> => {
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** A draft as the secretary has it before publication. */
export const draftIn = (house: AgendaHouse, changes: Partial<Agenda> = {}): Promise<Agenda> =>
  house.store.agendas.createAgenda(
    { ...exampleAgenda({ forumId: house.forumId, ...changes }), state: 'draft', publishedAt: null },
    { note: 'Lavet', by: null, at: house.clock.now() },
  );

/** Saves the forum's register anew. */
export async function changeRegister(
  { store, forumId, clock }: AgendaHouse,
  change: (register: Register) => Register,
): Promise<void> {
  const revision = await store.members.registerRevision(forumId);
  const register = await store.members.getRegister(forumId);
  const note = { note: 'Rettet', by: null, at: clock.now() };
  await store.members.saveRegister(forumId, change(register), revision, note);
}

/** What was asked in a round, and of whom. */
export interface AskedRound {
  agenda: Agenda;
  round: InputRound;
  requests: InputRequest[];
  respondents: Respondent[];
}

/** Publishes a draft as the secretary does, and waits until everybody is asked. */
export async function publishAndAsk(house: AgendaHouse, agenda: Agenda): Promise<AskedRound> {
  const seen = async () => {
    const { id, revision } = await house.store.agendas.getAgenda(agenda.id);
    return { agenda: id, revision };
  };
  await house.press(people.secretary, verbs.acceptFindings, await seen());
  await house.press(people.secretary, verbs.publishDraft, await seen());
  if ((await house.store.agendas.getAgenda(agenda.id)).publishedAt === null) throw new Error('it was not published');
  const round = await until(() => house.store.input.findRoundOf(agenda.id));
  await house.pass(0);
  return {
    agenda: await house.store.agendas.getAgenda(agenda.id),
    round,
    requests: await house.store.input.listRequests(round.id),
    respondents: await house.store.input.listRespondents(round.id),
  };
}

/** Waits until the round is as it is to be. */
export const untilRound = (
  house: AgendaHouse,
  { round }: Pick<AskedRound, 'round'>,
  isSo: (round: InputRound) => boolean,
): Promise<InputRound> =>
  until(async () => {
    const now = await house.store.input.getRound(round.id);
    return isSo(now) ? now : undefined;
  });

/** Answers for somebody about an item, as the store takes it. */
export async function answerFor(
  house: AgendaHouse,
  { agenda, requests, respondents }: AskedRound,
  who: Somebody,
  itemNumber: number | null,
  value: InputValue,
  at: Date = house.clock.now(),
) {
  const entry = agenda.entries.find(({ item }) => item.number === itemNumber);
  const request = requests.find(({ entryId, spec }) => entryId === (entry?.id ?? null) && spec.kind === value.kind);
  const respondent = respondents.find(({ person }) => person.objectId === who.aadObjectId);
  if (request === undefined || respondent === undefined) throw new Error('nobody is asked that');
  return saveAnswer(house.store, sampleAnswer(request, respondent, value), at);
}

/** Which kinds are asked about an item. */
export const kindsAt = ({ agenda, requests }: AskedRound, itemNumber: number): InputKind[] => {
  const entry = agenda.entries.find(({ item }) => item.number === itemNumber);
  return requests.filter(({ entryId }) => entryId === entry?.id).map(({ spec }) => spec.kind);
};
