import { join } from 'node:path';
import { verbs } from '../src/cards/button.js';
import { systemClock } from '../src/domain/clock.js';
import { makeBriefDocument } from '../src/features/input/brief/brief-document.js';
import { readableRound } from '../src/features/input/desk/round-desk.js';
import type { CardVerb } from '../src/routing/routes.js';
import type { Store } from '../src/store/ports.js';
import { openStore } from '../src/store/sqlite/open-store.js';
import { activity } from '../test/support/activities.js';
import { fillForms, openLargeRound, pressOfMember } from '../test/support/open-round.js';
import { routesOn } from '../test/support/routes-on.js';
import { appId, TeamsHouse } from '../test/support/teams-house.js';
import { milliseconds, verdict } from './format.js';
import { percentile } from './percentile.js';

const size = { members: 60, items: 20 };
const bar = { ratio: 3, briefMs: 1000 };
/** A busy machine answers late: what is measured is how late, not what a person is told meanwhile. */
const limits = { answerWithinMs: 120_000 };
const echoVerb = 'bench.echo';

export interface InputFigures {
  answers: number;
  acknowledged: number;
  /** In the store afterwards, each counted once. */
  counted: number;
  p95: number;
  /**
   * The rival: the same server, presses, people and store, which tells a repeated delivery from a new one, with a verb that says a
   * word and keeps nothing.
   */
  echoP95: number;
  briefMs: number;
  documentMs: number;
}

interface Answered {
  times: number[];
  acknowledged: number;
}

/** All members at once, each going through their items one after the other. */
async function pressAll(
  house: TeamsHouse,
  verb: string,
  forms: readonly (readonly object[])[],
  isAcknowledged: (answer: string) => boolean,
): Promise<Answered> {
  // Signed before the clock runs: Teams does that, not the bot.
  const token = await house.keys.sign(appId, house.serviceUrl);
  const times: number[] = [];
  let acknowledged = 0;
  const answerAll = async (own: readonly object[], member: number): Promise<void> => {
    for (const data of own) {
      const press = activity(house.serviceUrl, pressOfMember(member, verb, data));
      const begun = performance.now();
      const response = await house.postRaw(JSON.stringify(press), { authorization: `Bearer ${token}` });
      const text = await response.text();
      times.push(performance.now() - begun);
      if (response.ok && isAcknowledged(text)) acknowledged += 1;
    }
  };
  await Promise.all(forms.map(answerAll));
  return { times, acknowledged };
}

const echo: CardVerb = { verb: echoVerb, read: (data) => data, run: async () => ({ text: 'Gemt' }) };

async function measureEcho(store: Store, forms: readonly (readonly object[])[]): Promise<number> {
  const house = await TeamsHouse.start({ routes: { verbs: [echo] }, inbound: store.inbound, limits });
  try {
    await pressAll(house, echoVerb, forms.slice(0, 10), () => true);
    const { times } = await pressAll(house, echoVerb, forms, () => true);
    return percentile(times, 0.95);
  } finally {
    await house.close();
  }
}

async function measureAnswers(store: Store, forms: readonly (readonly object[])[]): Promise<Answered> {
  const house = await TeamsHouse.start({ routes: routesOn(store, systemClock), inbound: store.inbound, limits });
  try {
    return await pressAll(house, verbs.saveInput, forms, (answer) => answer.includes('Gemt'));
  } finally {
    await house.close();
  }
}

/** A round in which everybody answers everything, over HTTP, on a store on disk; then its brief. */
export async function measureInput(folder: string): Promise<InputFigures> {
  const store = await openStore({ file: join(folder, 'input.db'), clock: systemClock });
  try {
    const opening = await openLargeRound(store, systemClock, size);
    const forms = await fillForms(store, systemClock, opening);
    const echoP95 = await measureEcho(store, forms);
    const { times, acknowledged } = await measureAnswers(store, forms);
    const answers = await store.input.listAnswers(opening.round.id);
    const begun = performance.now();
    const read = await readableRound(store, opening.round, { standingsIn: () => ['secretary'], mayDo: () => true });
    if (read === undefined) throw new Error('the secretary reads everything');
    const briefMs = performance.now() - begun;
    const documentBegun = performance.now();
    await makeBriefDocument(read.brief);
    return {
      answers: size.members * size.items,
      acknowledged,
      counted: new Set(answers.map(({ requestId, respondentId }) => `${requestId} ${respondentId}`)).size,
      p95: percentile(times, 0.95),
      echoP95,
      briefMs,
      documentMs: performance.now() - documentBegun,
    };
  } finally {
    await store.close();
  }
}

/** Headings first. */
export function inputTable(figures: InputFigures): string[][] {
  const { answers, acknowledged, counted, p95, echoP95, briefMs, documentMs } = figures;
  return [
    ['', 'measured', 'at most', ''],
    [
      'answers acknowledged and counted once',
      `${acknowledged}, ${counted}`,
      `${answers} given`,
      verdict(acknowledged === answers && counted === answers),
    ],
    ['95 % of answers within', milliseconds(p95), '', ''],
    ['95 % of echoes within', milliseconds(echoP95), '', ''],
    ['ratio', `${(p95 / echoP95).toFixed(1)}×`, `${bar.ratio}×`, verdict(p95 <= bar.ratio * echoP95)],
    ['the brief', milliseconds(briefMs), milliseconds(bar.briefMs), verdict(briefMs <= bar.briefMs)],
    ['and its Word document', milliseconds(documentMs), '', ''],
  ];
}
