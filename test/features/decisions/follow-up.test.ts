import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillStore } from '../../../eval/fill-store.js';
import { systemClock } from '../../../src/domain/clock.js';
import { answerQuestion } from '../../../src/features/decisions/answer-question.js';
import { openTemporaryStore, type TemporaryStore } from '../../support/temporary-store.js';

let opened: TemporaryStore;
let forumId: string;
beforeAll(async () => {
  opened = await openTemporaryStore();
  const forum = await fillStore(opened.store, 'seeds/minutes', 0);
  forumId = forum.id;
});
afterAll(() => opened.remove());

async function isFollowUp(question: string, before: string): Promise<boolean> {
  const { search, minutes, lists } = opened.store;
  const answer = await answerQuestion(
    { search, minutes, lists, clock: systemClock },
    question,
    { forumIds: [forumId], sees: 'open' },
    before,
  );
  return answer.isFollowUp === true;
}

describe('goes on from the question before', () => {
  test.each([
    ['og hvem deltog?', 'hvornår er lederdagen'],
    ['hvad med sygefraværet?', 'hvornår er lederdagen'],
    ['hvornår flytter de ind', 'status på plejehjemmet åhaven'],
    ['hvem manglede', 'hvad besluttede vi om energibesparelser'],
    ['hva var svar procenten', 'resultater trivselsmåling 2022'],
  ])('%s, after "%s"', async (question, before) => {
    expect(await isFollowUp(question, before)).toBe(true);
  });
});

describe('is a question of its own, though it is short and comes right after another', () => {
  const before = 'hvornår skal vi sende forslag til investeringspuljen';

  test.each([
    'sygefravær',
    'hvad besluttede vi om energibesparelser',
    'status på klimaplanen',
    'hvem er klimakoordinator',
    'pris bærbar',
    '23.05.00-A00-1-24',
    'deltagere 22. jan 2025',
  ])('%s', async (question) => {
    expect(await isFollowUp(question, before)).toBe(false);
  });

  test.each([
    'hvad blev der betalt for dinosauren i springvandet med lys',
    'hvornår skal den nye hal på stadion stå færdig',
    'hvor mange kr kostede de tre projekter på havnen',
  ])('nor by a "der", "den" or "de" that stands for nothing: %s', async (question) => {
    expect(await isFollowUp(question, before)).toBe(false);
  });

  test('of what no minutes speak of, it is not answered from what was asked before', async () => {
    expect(await isFollowUp('hvad koster dinosauren', before)).toBe(false);
  });
});
