import { describe, expect, test } from 'vitest';
import { answerAboutReferent, readSmallTalk } from '../../../src/features/decisions/about-referent.js';

describe('what is said to Referent itself', () => {
  test.each([
    ['hvem er du', 'who'],
    ['Hej, hvem er du egentlig?', 'who'],
    ['hvad kan du?', 'can'],
    ['hvad kan jeg spørge dig om', 'can'],
    ['hjælp', 'can'],
    ['what can you do', 'can'],
    ['er du en robot', 'robot'],
    ['Er du ChatGPT??', 'robot'],
    ['bruger du AI', 'robot'],
    ['kan jeg stole på dig', 'robot'],
    ['gemmer du det jeg skriver', 'keeps'],
    ['husker du hvad jeg spørger om?', 'keeps'],
    ['kan andre se hvad jeg skriver', 'keeps'],
    ['er det her anonymt', 'keeps'],
    ['hvor har du det fra', 'knows'],
    ['hvilke referater har du', 'knows'],
    ['hvem har lavet dig', 'made'],
    ['det er forkert', 'wrong'],
    ['du tager fejl!', 'wrong'],
    ['hej', 'greeting'],
    ['God morgen :)', 'greeting'],
    ['tak for hjælpen', 'thanks'],
    ['tak 👍', 'thanks'],
    ['hvordan går det', 'joke'],
    ['hvem har adgang til det jeg skriver', 'keeps'],
    ['bruger du ChatGPT til at svare mig?', 'robot'],
    ['hvor kommer dine svar fra', 'knows'],
    ['hvad kan jeg spørge dig om, og hvordan virker du', 'can'],
    ['hvorfor svarer du ikke', 'wrong'],
  ])('%s', (text, kind) => {
    expect(readSmallTalk(text)).toBe(kind);
  });
});

describe('what is asked of the minutes', () => {
  test.each([
    'hvad kan du huske om elbiler',
    'kan du hjælpe med budgettet',
    'hjælp til borgere uden MitID',
    'hvem er dus ansvarlig',
    'er du med på at finde beslutningen om Åhaven',
    'gemmer vi referaterne i fem år',
    'hvem har lavet kommissoriet',
    'hvem ser mine spørgsmål om sygefravær',
    'tak til medarbejderne for indsatsen under corona',
    'brugte vi kunstig intelligens',
    'hej, hvad besluttede vi om elbiler',
    'er det forkert at bruge private mails',
    'husker du hvad vi sagde om det',
    'kan du se hvornår det er',
    'hvem har adgang til de nye systemer',
    'hvem svarer på spørgsmål om budgettet',
    'ved du hvem der har adgang til byggesagerne',
  ])('%s', (text) => {
    expect(readSmallTalk(text)).toBeUndefined();
  });
});

test('says how much it has read, and nothing was searched', () => {
  const meeting = {
    forumId: 'f',
    forum: 'Chefforum',
    kind: 'minutes',
    startTime: null,
    place: null,
    itemCount: 3,
  } as const;
  const answer = answerAboutReferent('hvilke referater har du', [
    { ...meeting, id: 'b', date: '2025-01-22' },
    { ...meeting, id: 'a', date: '2019-02-28' },
  ]);
  expect(answer?.text).toContain('2 fra 2019 til 2025');
  expect(answer?.searched.topic).toBe('');
});
