import type { DueMention } from './due/due-mention.js';
import {
  adverbialOpening,
  beforeVerb,
  clauseOpening,
  forAlways,
  idleOpening,
  infinitiveAhead,
  itemPutOff,
  modalVerb,
  nextClause,
  passiveVerb,
  presentVerb,
  promiseVerb,
  remarkOpening,
  turnVerb,
} from './phrases/commitment-phrases.js';
import { findOwnerInside, readOwner } from './read-owner.js';

/** Who promises; null where the sentence obliges without naming anyone. */
export interface Promise {
  owner: string | null;
}

/**
 * Whether a sentence says that someone is to do something.
 *
 *     Pia sender et notat …                   subject, verb
 *     Videre sender Økonomi statusark …       adverbial, verb, subject
 *     Budgettet skal vedtages senest …        nobody named: only with a date, or with "skal"
 *
 * Past tense ("orienterede"), leave ("kan kontakte"), conditions ("hvis afdelingerne ønsker") and rules for always ("fremover") are none.
 */
export function readPromise(sentence: string, due: DueMention | undefined): Promise | undefined {
  if ((due === undefined && forAlways.test(sentence)) || itemPutOff.test(sentence)) return undefined;
  for (const start of clauseStarts(sentence)) {
    const owner =
      ownerFirst(sentence.slice(start), due) ??
      (isInvertible(sentence, start) ? verbFirst(sentence.slice(start), due) : undefined);
    if (owner !== undefined) return { owner };
  }
  return readPassive(sentence, due);
}

/** Where a clause of its own begins, unless it only asks or supposes. */
function clauseStarts(sentence: string): number[] {
  const starts = [0];
  for (const match of sentence.matchAll(clauseOpening)) {
    const at = match.index + match[0].length;
    if (!idleOpening.test(sentence.slice(Math.max(0, at - 40), at))) starts.push(at);
  }
  return starts;
}

function isInvertible(sentence: string, start: number): boolean {
  return (
    adverbialOpening.test(sentence.slice(start)) ||
    /(?:derfor|herefter|derefter)\s$/u.test(sentence.slice(Math.max(0, start - 12), start))
  );
}

function ownerFirst(clause: string, due: DueMention | undefined): string | undefined {
  const owner = adverbialOpening.test(clause) ? undefined : readOwner(clause);
  if (owner === undefined) return undefined;
  const rest = clause.slice(owner.length);
  const gap = beforeVerb.exec(rest)?.[0];
  if (gap === undefined || !promises(rest.slice(gap.length), due)) return undefined;
  // "De chefer, som er fælles om en session": only the clause tells who they are.
  return /^de /iu.test(owner) && /^,? (?:som|der) /u.test(gap) ? `${owner}${gap.trimEnd()}` : owner;
}

/** The first verb of a clause that opens with an adverbial, and the owner behind it. */
function verbFirst(clause: string, due: DueMention | undefined): string | undefined {
  for (const match of clause.slice(0, 240).matchAll(/(?:^|\s)(?=\p{Ll})/gu)) {
    const at = match.index + match[0].length;
    const rest = clause.slice(at);
    const verb = /^\p{Ll}+/u.exec(rest)?.[0] ?? '';
    if (!promises(rest, due)) continue;
    const owner = readOwner(rest.slice(verb.length + 1));
    if (owner !== undefined) return owner;
  }
  return undefined;
}

/** Whether a text begins with a verb that promises. */
function promises(text: string, due: DueMention | undefined): boolean {
  if (promiseVerb.test(text) || turnVerb.test(text)) return true;
  const modal = modalVerb.exec(text)?.[0];
  if (modal !== undefined) {
    const after = text.slice(modal.length, modal.length + 160).split(nextClause)[0] ?? '';
    return infinitiveAhead.test(after) || (due !== undefined && !/^ (?:have|kunne|være)(?!\p{L})/u.test(after));
  }
  return due !== undefined && presentVerb.test(text);
}

function readPassive(sentence: string, due: DueMention | undefined): Promise | undefined {
  const verb = passiveVerb.exec(sentence);
  const must = /(?<!\p{L})(?:skal|bedes)(?!\p{L})/u.exec(sentence);
  const at = must?.index ?? verb?.index;
  if (at === undefined || isRelative(sentence.slice(0, at))) return undefined;
  if (due === undefined && remarkOpening.test(sentence.slice(0, at))) return undefined;
  const isObliged = due !== undefined || (verb !== null && must !== null);
  const owner = findOwnerInside(sentence, isObliged ? 'anyone' : 'agents');
  return isObliged || (verb !== null && owner !== undefined) ? { owner: owner ?? null } : undefined;
}

/** "…, der skal sikre": the clause describes something; "Der følges op" and "at der følges op" do not. */
function isRelative(before: string): boolean {
  const comma = before.lastIndexOf(',');
  const clause = before.slice(comma + 1).trim();
  const afterAt = clause.split(/(?:^|\s)at\s/u).at(-1) ?? clause;
  if (afterAt !== clause) return idleOpening.test(`${clause.slice(0, clause.length - afterAt.length)} `);
  if (comma >= 0 && /^(?:og |men )?(?:som|der|hvis|når|hvor|hvad|hvilke|hvem)(?!\p{L})/iu.test(clause)) return true;
  return /(?<!\p{L})(?:som|hvis|når|hvad|om)(?!\p{L})/iu.test(clause);
}
