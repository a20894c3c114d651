import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillStore } from '../../../eval/fill-store.js';
import type { Answer } from '../../../src/domain/answer.js';
import { systemClock } from '../../../src/domain/clock.js';
import type { MeetingDocument } from '../../../src/domain/meeting-document.js';
import { answerQuestion } from '../../../src/features/decisions/answer-question.js';
import { analyseDocument } from '../../../src/search/analyse-document.js';
import { sampleDocument, sampleItem, toSave } from '../../support/sample-document.js';
import { openTemporaryStore, type TemporaryStore } from '../../support/temporary-store.js';

let opened: TemporaryStore;
let forumId: string;
beforeAll(async () => {
  opened = await openTemporaryStore();
  const forum = await fillStore(opened.store, 'seeds/minutes', 0);
  forumId = forum.id;
});
afterAll(() => opened.remove());

describe('a follow-up', () => {
  const topic = 'Cykelstier i Vestbyen';
  const onCyclePaths = (date: string, decision: string) =>
    sampleDocument(date, { items: [sampleItem(1, { title: topic, topic, decision })] });

  test('goes on about the newest item on the topic, though that was saved after the question before was answered', async () => {
    const { store, remove } = await openTemporaryStore();
    const { id } = await store.forums.ensureForum('hjem', 'Chefforum');
    const save = async (document: MeetingDocument): Promise<void> => {
      await store.minutes.saveDocument(toSave(id, document, { entries: analyseDocument(document) }));
    };
    const ask = (question: string, before?: string): Promise<Answer> =>
      answerQuestion({ ...store, clock: systemClock }, question, { forumIds: [id], sees: 'open' }, before);
    const before = 'hvad besluttede vi om cykelstier';

    await save(onCyclePaths('2023-03-09', 'Chefforum udsatte sagen.'));
    expect((await ask(before)).sources[0]?.meetingDate).toBe('2023-03-09');
    expect((await ask('og hvad blev det til?', before)).sources[0]?.meetingDate).toBe('2023-03-09');

    await save(onCyclePaths('2025-03-06', 'Chefforum godkendte stierne.'));
    expect((await ask('og hvad blev det til?', before)).sources[0]?.meetingDate).toBe('2025-03-06');
    await remove();
  });
});

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
    // By itself the minutes cannot answer it.
    ['hvor mange er der plas til', 'hvornår er borgermødet om budget 2023'],
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
