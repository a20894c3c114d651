import { z } from 'zod';
import type { Button } from '../../../cards/button.js';
import { type FormField, formCard } from '../../../cards/form-card.js';
import { readClock } from '../../../danish/times.js';
import type { AgendaEntry } from '../../../domain/agenda.js';
import type { AgendaItem, ItemKind, Recommendation, Section, SectionKind } from '../../../domain/agenda-item.js';
import type { CaseNumber } from '../../../domain/case-number.js';
import { readCaseNumber } from '../../../minutes-parser/read-case-number.js';
import type { CardReply } from '../../../routing/reply.js';
import { addMinutes } from '../entries.js';
import { kindLabels } from '../phrases.js';
import { formPhrases, templateWords } from './form-phrases.js';
import { reasonField } from './meeting-form.js';

/** The kinds a person can choose; the standing items have theirs by themselves. */
const choosable = ['decision', 'discussion', 'briefing', 'written_briefing', 'theme', 'nomination', 'other'] as const;

/** Longest texts, in characters. What is longer is changed in the document it came from. */
const longest = { title: 200, short: 120, wanted: 200, text: 4000, points: 2000 } as const;

/** The part of a text that a card can hold a field for. */
const text = (length: number) => z.string().max(length).default('');

/** What a form's press brings. Everything is text, and nothing is trusted. */
export const itemFields = z.object({
  title: text(longest.title),
  caseNumber: text(longest.short),
  kind: z.enum([...choosable, 'approval', 'any_other_business']).catch('other'),
  presenter: text(longest.short),
  minutes: text(10),
  start: text(10),
  proposer: text(longest.short),
  points: text(longest.points),
  wanted: text(longest.wanted),
  story: text(longest.text).optional(),
  attachments: text(longest.points),
  closed: z.enum(['true', 'false']).catch('false'),
});

export type ItemFields = z.infer<typeof itemFields>;

/** Lines without their list marks. */
const linesOf = (written: string): string[] =>
  written
    .split('\n')
    .map((line) => line.trim().replace(/^(?:\d{1,2}[.)]|[-•*])\s+/, ''))
    .filter((line) => line !== '');

const storyKinds: readonly SectionKind[] = ['summary', 'occasion'];

const storyOf = ({ sections }: AgendaItem): Section | undefined =>
  sections.find(({ kind }) => storyKinds.includes(kind)) ?? sections.find(({ kind }) => kind === 'case');

/** Sections are changed in the form only where the form can hold them whole. */
const holdsStory = (item: AgendaItem): boolean => (storyOf(item)?.text ?? '').length <= longest.text;

const hasNestedPoints = ({ recommendation }: AgendaItem): boolean =>
  recommendation?.points.some((point) => point.includes('\n')) ?? false;

export function fieldsOf({ item, wanted }: Pick<AgendaEntry, 'item' | 'wanted'>): ItemFields {
  return {
    title: item.topic || item.title,
    caseNumber: item.caseNumber?.text ?? '',
    kind: item.kind,
    presenter: item.presenters.join(', '),
    minutes: item.durationMinutes === null ? '' : String(item.durationMinutes),
    start: item.timeSlot?.start.replace(':', '.') ?? '',
    proposer: item.recommendation?.proposer ?? '',
    points: (item.recommendation?.points ?? []).join('\n'),
    wanted: wanted ?? '',
    story: storyOf(item)?.text ?? '',
    attachments: item.attachments.map(({ title }) => title).join('\n'),
    closed: item.access === 'closed' ? 'true' : 'false',
  };
}

const noLines = { first: 0, last: 0 };

const emptyItem: AgendaItem = {
  number: 0,
  title: '',
  topic: '',
  kind: 'other',
  access: 'open',
  caseNumber: null,
  timeSlot: null,
  durationMinutes: null,
  presenters: [],
  guests: [],
  sections: [],
  recommendation: null,
  decision: null,
  outcomes: [],
  commitments: [],
  attachments: [],
  absent: [],
  lines: noLines,
};

/** An item with a title and nothing else. */
export const bareItem = (title: string, kind: ItemKind): AgendaItem => ({ ...emptyItem, title, topic: title, kind });

/** What a form was filled in with, read; or what is wrong with it, in Danish, a line each. */
export type ReadItemForm = { item: AgendaItem; wanted: string | null } | { faults: string[] };

function readCase(written: string, before: CaseNumber | null, faults: string[]): CaseNumber | null {
  const given = written.trim();
  if (given === '') return null;
  if (given === before?.text) return before;
  const read = readCaseNumber(given);
  if (read === undefined) faults.push(formPhrases.caseNumberFault(given));
  return read ?? null;
}

function readMinutes(written: string, faults: string[]): number | null {
  const given = written.trim().replace(/(?<!\s)\s*min(?:utter|\.)?$/i, '');
  if (given === '') return null;
  const minutes = /^\d{1,3}$/.test(given) ? Number(given) : 0;
  if (minutes < 1 || minutes > 480) faults.push(formPhrases.minutesFault(written.trim()));
  return minutes;
}

function readStart(written: string, faults: string[]): string | null {
  const given = written.trim();
  if (given === '') return null;
  const time = readClock(given);
  if (time === undefined) faults.push(formPhrases.timeFault(given));
  return time ?? null;
}

const section = (kind: SectionKind, heading: string, body: string): Section => ({
  kind,
  heading,
  text: body,
  lines: noLines,
});

/** The recommendation as it is printed. */
const recommendationText = ({ proposer, points }: Recommendation): string =>
  [
    ...(proposer === '' ? [] : [templateWords.recommends(proposer)]),
    points.map((point, index) => `${index + 1}. ${point}`).join('\n'),
  ].join('\n\n');

/** Puts a section in the place of the first of its kind, or after the others; without text it goes. */
function withSection(sections: readonly Section[], kinds: readonly SectionKind[], next: Section): Section[] {
  const at = sections.findIndex(({ kind }) => kinds.includes(kind));
  const kept = sections[at];
  if (kept === undefined) return next.text === '' ? [...sections] : [...sections, next];
  if (kept.text === next.text) return [...sections];
  return next.text === '' ? sections.toSpliced(at, 1) : sections.toSpliced(at, 1, { ...kept, text: next.text });
}

/**
 * Reads what a form was filled in with into an item. What the form has no field for stays as it was.
 *
 * @param before the item that is changed; absent for a new one.
 */
export function readItemForm(fields: ItemFields, before: AgendaItem = emptyItem): ReadItemForm {
  const faults: string[] = [];
  const title = fields.title.replace(/\s+/g, ' ').trim();
  if (title === '') faults.push(formPhrases.titleMissing);
  const caseNumber = readCase(fields.caseNumber, before.caseNumber, faults);
  const durationMinutes = readMinutes(fields.minutes, faults);
  const start = readStart(fields.start, faults);
  if (start !== null && durationMinutes === null && fields.minutes.trim() === '')
    faults.push(formPhrases.minutesMissing);
  if (faults.length > 0) return { faults };

  const points = hasNestedPoints(before) ? (before.recommendation?.points ?? []) : linesOf(fields.points);
  const proposer = fields.proposer.trim();
  const recommendation: Recommendation | null = points.length === 0 && proposer === '' ? null : { proposer, points };
  const attachments = linesOf(fields.attachments).map((name) => ({ title: name }));
  const isSameTitle = title === before.topic || title === before.title;
  return {
    item: {
      ...before,
      title: isSameTitle ? before.title : title,
      topic: isSameTitle ? before.topic : title,
      kind: fields.kind,
      access: fields.closed === 'true' ? 'closed' : 'open',
      caseNumber,
      durationMinutes,
      timeSlot: start === null ? null : { start, end: addMinutes(start, durationMinutes ?? 0) },
      presenters: fields.presenter
        .split(/,|\bog\b/)
        .map((name) => name.trim())
        .filter((name) => name !== ''),
      recommendation,
      attachments,
      sections: sectionsOf(fields, before, recommendation, attachments),
    },
    wanted: fields.wanted.trim() === '' ? null : fields.wanted.replace(/\s+/g, ' ').trim(),
  };
}

function sectionsOf(
  fields: ItemFields,
  before: AgendaItem,
  recommendation: Recommendation | null,
  attachments: AgendaItem['attachments'],
): Section[] {
  const sameRecommendation = JSON.stringify(recommendation) === JSON.stringify(before.recommendation);
  const withStory =
    fields.story === undefined || !holdsStory(before)
      ? before.sections
      : withSection(
          before.sections,
          storyOf(before) === undefined ? storyKinds : [storyOf(before)?.kind ?? 'summary'],
          section('summary', templateWords.summary, fields.story.trim()),
        );
  const withPoints = sameRecommendation
    ? withStory
    : withSection(
        withStory,
        ['recommendation'],
        section(
          'recommendation',
          templateWords.recommendation,
          recommendation === null ? '' : recommendationText(recommendation),
        ),
      );
  const names = attachments.map(({ title }) => title).join('\n\n');
  const sameAttachments = JSON.stringify(attachments) === JSON.stringify(before.attachments);
  return sameAttachments
    ? withPoints
    : withSection(withPoints, ['attachments'], section('attachments', templateWords.attachments, names));
}

export interface ItemFormView {
  title: string;
  summary: string;
  lead?: string;
  faults?: readonly string[];
  values: ItemFields;
  /** The item as it is, where there is one. */
  before?: AgendaItem;
  /** Whether the secretary fills it in, who also sets the time and closes items. */
  isSecretary: boolean;
  /** Whether the channel is to be told why. */
  asksWhy?: boolean;
  /** The meetings it can be meant for. */
  meetings?: { chosen: string; choices: readonly { title: string; value: string }[] };
  buttons: readonly Button[];
}

/** The form of an item, in the order of the municipality's template. */
export function itemForm(view: ItemFormView): Extract<CardReply, { card: unknown }> {
  const { values, isSecretary, before = emptyItem } = view;
  const kinds: ItemKind[] = choosable.some((kind) => kind === values.kind)
    ? [...choosable]
    : [...choosable, values.kind];
  const oneLine = (id: keyof ItemFields, label: string, maxLength: number, placeholder = ''): FormField => ({
    kind: 'text',
    id,
    label,
    value: values[id] ?? '',
    maxLength,
    placeholder,
  });
  const manyLines = (id: keyof ItemFields, label: string, maxLength: number, placeholder = ''): FormField => ({
    ...oneLine(id, label, maxLength, placeholder),
    kind: 'text',
    maxLength,
    isMultiline: true,
  });
  const fields: FormField[] = [
    {
      kind: 'text',
      id: 'title',
      label: formPhrases.title,
      value: values.title,
      maxLength: longest.title,
      required: formPhrases.titleMissing,
    },
    {
      kind: 'choice',
      id: 'kind',
      label: formPhrases.kind,
      value: values.kind,
      choices: kinds.map((kind) => ({ title: kindLabels[kind], value: kind })),
    },
    oneLine('caseNumber', formPhrases.caseNumber, longest.short, '00.30.10-S00-3-26'),
    oneLine('presenter', formPhrases.presenter, longest.short),
    oneLine('minutes', formPhrases.minutes, 10, '15'),
    ...(view.meetings === undefined
      ? []
      : [
          {
            kind: 'choice',
            id: 'forDate',
            label: formPhrases.forMeeting,
            value: view.meetings.chosen,
            choices: view.meetings.choices,
          } as const,
        ]),
    ...(isSecretary ? [oneLine('start', formPhrases.start, 10, '9.30')] : []),
    oneLine('wanted', formPhrases.wanted, longest.wanted, formPhrases.wantedExample),
    ...(holdsStory(before) ? [manyLines('story', formPhrases.story, longest.text)] : []),
    oneLine('proposer', formPhrases.proposer, longest.short, formPhrases.proposerExample),
    ...(hasNestedPoints(before)
      ? []
      : [manyLines('points', formPhrases.points, longest.points, formPhrases.pointsExample)]),
    manyLines('attachments', formPhrases.attachments, longest.points),
    { kind: 'toggle', id: 'closed', label: formPhrases.access, text: formPhrases.closed, value: values.closed },
    ...(view.asksWhy === true ? [reasonField()] : []),
  ];
  const { title, summary, lead, faults, buttons } = view;
  return formCard({
    title,
    summary,
    ...(lead === undefined ? {} : { lead }),
    ...(faults === undefined ? {} : { faults }),
    fields,
    buttons,
  });
}
