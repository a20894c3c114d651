import { z } from 'zod';
import { button, verbs } from '../../../cards/button.js';
import { formCard } from '../../../cards/form-card.js';
import type { InputPlan, InputVisibility } from '../../../domain/input.js';
import type { Card } from '../brief/brief-card.js';
import { visibilities } from './desk-phrases.js';
import { planPhrases as phrases } from './plan-phrases.js';

const visibilityValues: readonly InputVisibility[] = ['secretariat', 'directors', 'forum_after_deadline'];
const namings: readonly InputPlan['naming'][] = ['person', 'department'];
const longestHours = 336;

const text = (length: number) => z.string().max(length).default('');

/** What the form sends back. */
export const planFields = z.object({
  isAsked: text(10),
  visibility: text(40),
  naming: text(40),
  first: text(10),
  second: text(10),
});

export type PlanFields = z.infer<typeof planFields>;

export const planFieldsOf = ({ isAsked, visibility, naming, remindHoursBefore }: InputPlan): PlanFields => ({
  isAsked: String(isAsked),
  visibility,
  naming,
  first: remindHoursBefore[0]?.toString() ?? '',
  second: remindHoursBefore[1]?.toString() ?? '',
});

/** The form of what holds for all items: whether anybody is asked, who sees the answers, and the reminders. */
export function planForm(
  { agendaId, revision }: Pick<InputPlan, 'agendaId' | 'revision'>,
  values: PlanFields,
  faults: readonly string[] = [],
): Card {
  const hours = (id: 'first' | 'second', label: string) =>
    ({ kind: 'text', id, label, value: values[id], maxLength: 3, placeholder: phrases.hoursPlaceholder }) as const;
  return formCard({
    summary: phrases.generalTitle,
    title: phrases.generalTitle,
    faults,
    fields: [
      { kind: 'toggle', id: 'isAsked', label: phrases.isAsked, text: phrases.yes, value: values.isAsked },
      {
        kind: 'choice',
        id: 'visibility',
        label: phrases.visibility,
        value: values.visibility,
        choices: visibilityValues.map((value) => ({ value, title: visibilities[value] })),
        required: phrases.visibilityMissing,
        isExpanded: true,
      },
      {
        kind: 'choice',
        id: 'naming',
        label: phrases.naming,
        value: values.naming,
        choices: namings.map((value) => ({ value, title: phrases.namings[value] })),
      },
      hours('first', phrases.firstReminder),
      hours('second', phrases.secondReminder),
    ],
    buttons: [
      button(phrases.save, verbs.saveInputPlan, { agenda: agendaId, revision }),
      { ...button(phrases.back, verbs.showInputPlan, { agenda: agendaId }), needsNoFields: true },
    ],
  });
}

type Read = Pick<InputPlan, 'isAsked' | 'visibility' | 'naming' | 'remindHoursBefore'>;

/** Reads the form, or says in Danish what is wrong with it, a line each. */
export function readPlanForm(values: PlanFields): { read: Read } | { faults: string[] } {
  const faults: string[] = [];
  const visibility = visibilityValues.find((one) => one === values.visibility);
  if (visibility === undefined) faults.push(phrases.visibilityMissing);
  const hours = [values.first, values.second]
    .map((written) => written.trim())
    .filter((written) => written !== '' && written !== '0')
    .map((written) => {
      const count = /^\d{1,3}$/.test(written) ? Number(written) : Number.NaN;
      if (!(count >= 1 && count <= longestHours)) faults.push(phrases.hoursFault(written));
      return count;
    });
  if (faults.length > 0 || visibility === undefined) return { faults };
  return {
    read: {
      isAsked: values.isAsked === 'true',
      visibility,
      naming: namings.find((one) => one === values.naming) ?? 'person',
      remindHoursBefore: [...new Set(hours)].sort((one, other) => other - one),
    },
  };
}
