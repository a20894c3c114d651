import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Audience } from '../../../src/domain/access.js';
import { answerQuestion } from '../../../src/features/decisions/answer-question.js';
import { findExamples } from '../../../src/features/help/find-examples.js';
import { createShowHelpCommand } from '../../../src/features/help/show-help.command.js';
import { createShowHelpVerb } from '../../../src/features/help/show-help.verb.js';
import { createWelcome } from '../../../src/features/help/welcome.js';
import { importDocuments } from '../../../src/features/minutes/import-documents.js';
import { buttonsOf, textsOf } from '../../support/card-contents.js';
import { openTemporaryStore, type TemporaryStore } from '../../support/temporary-store.js';
import { installedTurn, messageTurn, pressTurn } from '../../support/turns.js';

const clock = { now: () => new Date('2026-01-20T10:00:00Z') };
const seeds = fileURLToPath(new URL('../../../seeds/minutes', import.meta.url));
let archive: TemporaryStore;
let audience: Audience;

beforeAll(async () => {
  archive = await openTemporaryStore();
  const forum = await archive.store.forums.ensureForum('tenant', 'Chefforum');
  audience = { forumIds: [forum.id], sees: 'open' };
  await importDocuments({ store: archive.store, clock, forum }, [seeds]);
});
afterAll(() => archive.remove());

const helping = (seenBy: () => Audience = () => audience) => ({
  minutes: archive.store.minutes,
  audienceOf: async () => seenBy(),
  commandsFor: async () => [createShowHelpCommand(helping())],
});

describe('the welcome', () => {
  it('tells what the archive holds and teaches by three questions', async () => {
    const { card, summary } = await createWelcome(helping())(installedTurn());
    expect(summary).toBe('Velkommen: sådan spørger du mig');
    const texts = textsOf(card);
    expect(texts[0]).toBe('Jeg finder svar i referaterne fra Chefforum');
    expect(texts[1]).toMatch(/^Jeg kender \d+ møder fra 2019 til 2025\./);
    expect(texts.filter((text) => text.endsWith('?'))).toHaveLength(3);
    expect(buttonsOf(card).filter(({ title }) => title === 'Spørg')).toHaveLength(3);
  });

  it('only suggests questions that the archive answers', async () => {
    const { examples } = await findExamples(archive.store.minutes, audience);
    const { search, minutes, lists } = archive.store;
    const deps = { search, minutes, lists, clock };
    const statuses = await Promise.all(
      examples.map(async (question) => (await answerQuestion(deps, question, audience)).status),
    );
    expect(statuses, examples.join(' | ')).toEqual(['answered', 'answered', 'answered']);
  });

  it('says so when there is nothing to ask about yet', async () => {
    const { card } = await createWelcome(helping(() => ({ forumIds: [], sees: 'open' })))(installedTurn());
    expect(textsOf(card)).toEqual([
      'Jeg er klar, men arkivet er tomt',
      'Der ligger ingen referater i arkivet endnu. Når sekretariatet har lagt dem ind, kan du spørge løs.',
    ]);
  });
});

describe('hjælp', () => {
  it('shows every command and what one can ask, typed or pressed', async () => {
    const command = createShowHelpCommand(helping());
    expect(command.accepts('')).toBe(true);
    expect(command.accepts('til budget 2024')).toBe(false);
    const typed = await command.run(messageTurn('hjælp'), '');
    const verb = createShowHelpVerb(helping());
    const pressed = await verb.run(pressTurn(verb.verb, {}), verb.read({}));
    expect(pressed).toEqual(typed);
    expect(textsOf(typed.card)).toEqual(
      expect.arrayContaining(['Det kan du spørge mig om', 'hjælp', 'Se, hvad du kan spørge om.']),
    );
  });
});
