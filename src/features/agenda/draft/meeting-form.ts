import { z } from 'zod';
import type { Button } from '../../../cards/button.js';
import { type FormField, formCard } from '../../../cards/form-card.js';
import { toLocalTime } from '../../../danish/date-format.js';
import { isoDate } from '../../../danish/dates.js';
import { toInstant } from '../../../danish/local-time.js';
import { readClock } from '../../../danish/times.js';
import type { Agenda } from '../../../domain/agenda.js';
import type { CardReply } from '../../../routing/reply.js';
import { formPhrases } from './form-phrases.js';

const text = (length: number) => z.string().max(length).default('');

export const meetingFields = z.object({
  date: text(20),
  startTime: text(10),
  endTime: text(10),
  place: text(120),
  deadlineDate: text(20),
  deadlineTime: text(10),
});

export type MeetingFields = z.infer<typeof meetingFields>;

/** What the form says of a meeting. */
export type MeetingFacts = Pick<Agenda, 'date' | 'startTime' | 'endTime' | 'place' | 'inputDeadlineAt'>;

const shown = (time: string): string => time.replace(/^0(?=\d)/, '').replace(':', '.');

export function meetingFieldsOf(facts: MeetingFacts): MeetingFields {
  const deadline = facts.inputDeadlineAt === null ? null : toLocalTime(facts.inputDeadlineAt);
  return {
    date: facts.date,
    startTime: shown(facts.startTime),
    endTime: facts.endTime === null ? '' : shown(facts.endTime),
    place: facts.place ?? '',
    deadlineDate: deadline?.date ?? '',
    deadlineTime: deadline === null ? '12.00' : shown(deadline.time),
  };
}

/** An ISO date as a date field sends it; clients without one send what was typed. */
export function readDateField(written: string): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written.trim());
  return match === null ? undefined : isoDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Reads the form, or says in Danish what is wrong with it, a line each. */
export function readMeetingForm(fields: MeetingFields): { facts: MeetingFacts } | { faults: string[] } {
  const faults: string[] = [];
  const date = readDateField(fields.date);
  if (date === undefined)
    faults.push(fields.date.trim() === '' ? formPhrases.dateMissing : formPhrases.dateFault(fields.date));
  const timeOf = (written: string): string | null => {
    if (written.trim() === '') return null;
    const time = readClock(written);
    if (time === undefined) faults.push(formPhrases.timeFault(written.trim()));
    return time ?? null;
  };
  const startTime = timeOf(fields.startTime);
  const endTime = timeOf(fields.endTime);
  if (fields.startTime.trim() === '') faults.push(formPhrases.timeMissing);
  if (startTime !== null && endTime !== null && endTime <= startTime) faults.push(formPhrases.endBeforeStart);
  const deadlineDate = fields.deadlineDate.trim() === '' ? null : readDateField(fields.deadlineDate);
  if (deadlineDate === undefined) faults.push(formPhrases.dateFault(fields.deadlineDate));
  const deadlineTime = timeOf(fields.deadlineTime) ?? '12:00';
  if (faults.length > 0 || date === undefined || startTime === null) return { faults };
  const inputDeadlineAt = typeof deadlineDate === 'string' ? toInstant(deadlineDate, deadlineTime) : null;
  if (inputDeadlineAt !== null && inputDeadlineAt > toInstant(date, startTime))
    return { faults: [formPhrases.deadlineAfterMeeting] };
  const place = fields.place.replace(/\s+/g, ' ').trim();
  return { facts: { date, startTime, endTime, place: place === '' ? null : place, inputDeadlineAt } };
}

/** The reason field of an agenda that is out already, so that the channel can say why. */
export const reasonField = (value = ''): FormField => ({
  kind: 'text',
  id: 'reason',
  label: formPhrases.reason,
  value,
  maxLength: 200,
});

export function meetingForm(view: {
  title: string;
  lead?: string;
  values: MeetingFields;
  faults?: readonly string[];
  asksWhy: boolean;
  buttons: readonly Button[];
}): Extract<CardReply, { card: unknown }> {
  const { title, lead, values, faults = [], asksWhy, buttons } = view;
  const line = (id: keyof MeetingFields, label: string, maxLength: number): FormField => ({
    kind: 'text',
    id,
    label,
    value: values[id],
    maxLength,
  });
  return formCard({
    summary: formPhrases.meetingSummary(title),
    title,
    ...(lead === undefined ? {} : { lead }),
    faults,
    fields: [
      { kind: 'date', id: 'date', label: formPhrases.date, value: values.date, required: formPhrases.dateMissing },
      {
        ...line('startTime', formPhrases.startTime, 10),
        kind: 'text',
        maxLength: 10,
        required: formPhrases.timeMissing,
      },
      line('endTime', formPhrases.endTime, 10),
      line('place', formPhrases.place, 120),
      { kind: 'date', id: 'deadlineDate', label: formPhrases.deadlineDate, value: values.deadlineDate },
      line('deadlineTime', formPhrases.deadlineTime, 10),
      ...(asksWhy ? [reasonField()] : []),
    ],
    buttons,
  });
}
