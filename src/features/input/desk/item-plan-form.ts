import { z } from 'zod';
import { button, verbs } from '../../../cards/button.js';
import { type FormField, formCard } from '../../../cards/form-card.js';
import { shorten } from '../../../cards/shorten.js';
import type { Agenda, AgendaEntry } from '../../../domain/agenda.js';
import type { InputPlan, InputRequestSpec, OwnQuestion } from '../../../domain/input.js';
import type { Card } from '../brief/brief-card.js';
import { mostNominated, type NominationRange, rangeOf } from '../kinds/nomination.js';
import { mostQuestions } from '../kinds/questions.js';
import { longestLine, readLine } from '../kinds/read-fields.js';
import { specsOf } from '../round/plan-requests.js';
import { planPhrases as phrases } from './plan-phrases.js';

/** More would not fit on a phone. */
const mostChoices = 8;

const numbers = Array.from({ length: mostQuestions }, (_, index) => index + 1);
const answerKinds = ['text', 'choice', 'number', 'date'] as const;

const fieldText = z.string().max(2_000).optional();
const ofQuestion = (number: number): [string, typeof fieldText][] =>
  ['q', 'kind', 'choices', 'required'].map((name) => [`${name}${number}`, fieldText]);

/** What the form sends back: everything as text, a toggle as `true` or `false`. */
export const itemPlanFields = z.object({
  stance: fieldText,
  acknowledge: fieldText,
  approve: fieldText,
  nomination: fieldText,
  ...Object.fromEntries(numbers.flatMap(ofQuestion)),
});

export type ItemPlanFields = Readonly<Record<string, string | undefined>>;

/** The form's fields as an entry's plan has them. */
export function itemPlanFieldsOf(specs: readonly InputRequestSpec[]): ItemPlanFields {
  const fields: Record<string, string> = { stance: 'false', acknowledge: 'false', approve: 'false', nomination: '0' };
  for (const spec of specs) {
    if (spec.kind === 'stance' || spec.kind === 'acknowledge' || spec.kind === 'approve') fields[spec.kind] = 'true';
    if (spec.kind === 'nomination') fields.nomination = rangeOf(spec);
    if (spec.kind === 'questions')
      for (const [index, question] of spec.questions.entries()) {
        const number = index + 1;
        fields[`q${number}`] = question.label;
        fields[`kind${number}`] = question.answerKind;
        fields[`choices${number}`] = question.choices.join('; ');
        fields[`required${number}`] = String(question.isRequired);
      }
  }
  return fields;
}

function questionFields(values: ItemPlanFields, number: number): FormField[] {
  const value = (name: string): string => values[`${name}${number}`] ?? '';
  return [
    { kind: 'text', id: `q${number}`, label: phrases.question(number), value: value('q'), maxLength: longestLine },
    {
      kind: 'choice',
      id: `kind${number}`,
      label: phrases.answerKind(number),
      value: value('kind') || 'text',
      choices: answerKinds.map((kind) => ({ value: kind, title: phrases.answerKinds[kind] })),
    },
    {
      kind: 'text',
      id: `choices${number}`,
      label: phrases.choices(number),
      value: value('choices'),
      maxLength: 1_000,
      placeholder: phrases.choicesPlaceholder,
    },
    {
      kind: 'toggle',
      id: `required${number}`,
      label: phrases.mustAnswer(number),
      text: phrases.yes,
      value: value('required') || 'false',
    },
  ];
}

/** The controls of as many questions as there are and one more, so that a form of none stays short. */
function shownQuestions(values: ItemPlanFields): number[] {
  const last = numbers.findLast((number) => (values[`q${number}`] ?? '').trim() !== '') ?? 0;
  return numbers.slice(0, Math.min(mostQuestions, last + 1));
}

/** The form by which the secretary says what is asked about an item. */
export function itemPlanForm(
  agenda: Pick<Agenda, 'id'>,
  { id, item, standing }: AgendaEntry,
  plan: Pick<InputPlan, 'revision'>,
  values: ItemPlanFields,
  faults: readonly string[] = [],
): Card {
  const title = phrases.itemTitle(item.number);
  const data = { agenda: agenda.id, entry: id, revision: plan.revision };
  const toggle = (kind: 'stance' | 'acknowledge' | 'approve'): FormField => ({
    kind: 'toggle',
    id: kind,
    label: phrases[kind],
    text: phrases.yes,
    value: values[kind] ?? 'false',
  });
  return formCard({
    summary: title,
    title,
    leads: [shorten(item.topic || item.title, 300), ...(item.access === 'closed' ? [phrases.closedLead] : [])],
    faults,
    fields: [
      toggle('stance'),
      toggle('acknowledge'),
      ...(standing === 'approval' || values.approve === 'true' ? [toggle('approve')] : []),
      {
        kind: 'text',
        id: 'nomination',
        label: phrases.nomination,
        value: values.nomination ?? '0',
        maxLength: 7,
      },
      ...shownQuestions(values).flatMap((number) => questionFields(values, number)),
    ],
    buttons: [
      button(phrases.save, verbs.saveItemPlan, data),
      { ...button(phrases.suggest, verbs.saveItemPlan, { ...data, suggested: true }), needsNoFields: true },
      { ...button(phrases.back, verbs.showInputPlan, { agenda: agenda.id }), needsNoFields: true },
    ],
  });
}

function readQuestion(values: ItemPlanFields, number: number): OwnQuestion | { fault: string } | undefined {
  const label = readLine(values, `q${number}`).slice(0, longestLine);
  if (label === '') return undefined;
  const written = readLine(values, `kind${number}`);
  const answerKind = answerKinds.find((kind) => kind === written) ?? 'text';
  const given = readLine(values, `choices${number}`)
    .split(';')
    .map((choice) => choice.trim().slice(0, longestLine))
    .filter((choice) => choice !== '');
  const choices = answerKind === 'choice' ? [...new Set(given)] : [];
  if (answerKind === 'choice' && choices.length < 2) return { fault: phrases.choicesFault(number) };
  if (choices.length > mostChoices) return { fault: phrases.tooManyChoices(number, mostChoices) };
  return { id: `q${number}`, label, answerKind, choices, isRequired: values[`required${number}`] === 'true' };
}

/** "2", or "1-3" for at least one and at most three; of whom there are to be any, one at least. */
function readRange(text: string): NominationRange | undefined {
  const [, first = '', last = first] = /^(\d)(?: ?[-–] ?(\d))?$/.exec(text) ?? [];
  const [atLeast, atMost] = [Number(first), Number(last)];
  const isRange = first !== '' && atLeast <= atMost && atMost <= mostNominated && (atLeast > 0 || atMost === 0);
  return isRange ? { atLeast, atMost } : undefined;
}

/** Reads the form, or says in Danish what is wrong with it, a line each. */
export function readItemPlan(
  values: ItemPlanFields,
  before: readonly InputRequestSpec[],
): { specs: InputRequestSpec[] } | { faults: string[] } {
  const faults: string[] = [];
  const nominated = readRange(readLine(values, 'nomination') || '0');
  if (nominated === undefined) faults.push(phrases.nominationFault(mostNominated));
  const questions: OwnQuestion[] = [];
  for (const number of numbers) {
    const read = readQuestion(values, number);
    if (read !== undefined && 'fault' in read) faults.push(read.fault);
    else if (read !== undefined) questions.push({ ...read, id: `q${questions.length + 1}` });
  }
  if (faults.length > 0) return { faults };
  // The minutes that are to be approved are known already where somebody named them.
  const approve = before.find((spec) => spec.kind === 'approve') ?? { kind: 'approve', meetingId: null };
  return {
    specs: [
      ...(values.approve === 'true' ? [approve] : []),
      ...(values.stance === 'true' ? [{ kind: 'stance' } as const] : []),
      ...(questions.length > 0 ? [{ kind: 'questions', questions } as const] : []),
      ...(nominated !== undefined && nominated.atMost > 0 ? [{ kind: 'nomination', ...nominated } as const] : []),
      ...(values.acknowledge === 'true' ? [{ kind: 'acknowledge' } as const] : []),
    ],
  };
}

/** What the form of an entry shows first. */
export const currentItemPlan = (plan: Pick<InputPlan, 'specs'>, entry: AgendaEntry): ItemPlanFields =>
  itemPlanFieldsOf(specsOf(plan, entry));
