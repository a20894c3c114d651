import type { Kysely } from 'kysely';
import { createInputAnswers } from './input-answers.js';
import { createInputNotes } from './input-notes.js';
import { createInputPlans } from './input-plans.js';
import { createInputRounds } from './input-rounds.js';
import type { InputStore } from './ports.js';
import type { Tables } from './tables.js';

export const createInputStore = (database: Kysely<Tables>): InputStore => ({
  ...createInputPlans(database),
  ...createInputRounds(database),
  ...createInputAnswers(database),
  ...createInputNotes(database),
});
