import type { AgendaEntry } from '../../../domain/agenda.js';
import type { InputKind, InputRequestSpec } from '../../../domain/input.js';
import { acknowledge } from './acknowledge.js';
import { approve } from './approve.js';
import { availability } from './availability.js';
import type { InputKindRules } from './input-kind.js';
import { nomination } from './nomination.js';
import { questions } from './questions.js';
import { stance } from './stance.js';

/** Every kind of request, in the order an item asks them. */
const kinds: { readonly [K in InputKind]: InputKindRules<K> } = {
  approve,
  stance,
  questions,
  nomination,
  acknowledge,
  availability,
};

/** The rules of a kind. */
export const rulesOf = <K extends InputKind>(kind: K): InputKindRules<K> => kinds[kind];

/** What is asked about an entry when the secretary says nothing else. */
export const suggestRequests = (entry: AgendaEntry): InputRequestSpec[] =>
  Object.values(kinds).flatMap((rules) => rules.suggest(entry) ?? []);
