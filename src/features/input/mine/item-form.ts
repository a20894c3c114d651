import { button, formButton, verbs } from '../../../cards/button.js';
import { type FormField, formCard } from '../../../cards/form-card.js';
import { saidOf } from '../../../cards/said-of.js';
import { onOneLine, shorten } from '../../../cards/shorten.js';
import { shortenToCost } from '../../../cards/text-cost.js';
import type { InputRequest, InputValue } from '../../../domain/input.js';
import type { FieldFault, RawFields, ReadValue } from '../kinds/input-kind.js';
import { rulesOf } from '../kinds/input-kinds.js';
import type { Surroundings } from '../kinds/surroundings.js';
import { readMinutesItems } from '../round/minutes-to-approve.js';
import { respondentLabel } from '../round/plan-respondents.js';
import type { RequestStatus } from '../round/round-status.js';
import { isOver, readersLine, type Shown } from './my-input-card.js';
import { formLines, minePhrases, mineTitles } from './my-phrases.js';
import { type Drawing, issueHandles, type Seat, type Topic } from './seat.js';
import { answerState, hasAnswer, isOutdated, titleOf, versionsOf } from './topic-state.js';

/** The texts of a form's fields share what a card has room for, each character counted as if it had to be escaped. */
const roomForTexts = 6_000;
const longest = { title: 200, text: 700, summary: 120, label: 160 } as const;

/** The rules of a request's kind, whatever it is: the value is always of the spec's kind. */
interface AnyRules {
  fields(spec: InputRequest['spec'], value: InputValue | null, around: Surroundings): FormField[];
  read(spec: InputRequest['spec'], raw: RawFields, around: Surroundings): ReadValue<InputValue>;
}
const rules = ({ spec }: InputRequest): AnyRules => rulesOf(spec.kind) as unknown as AnyRules;

const fieldId = (position: number, id: string): string => `a${position + 1}_${id}`;

/** What the newest version says, late or not: it is what the person wrote last. */
const newestValue = ({ counting, late }: RequestStatus): InputValue | null => (late ?? counting)?.value ?? null;

/** Of several questions some may be left for later, and a client would not let the form go with one of them empty. */
function withoutRequired(field: FormField): FormField {
  if (field.kind === 'toggle') return field;
  const { required: _required, ...optional } = field;
  return optional;
}

/** The fields of the form, with room for all of them on a card. */
function fieldsOf(
  requests: readonly RequestStatus[],
  around: Surroundings,
  values: (request: RequestStatus) => InputValue | null,
): FormField[] {
  const fields = requests.flatMap((request, position) =>
    rules(request.request)
      .fields(request.request.spec, values(request), around)
      .map(
        (field): FormField => ({
          ...field,
          id: fieldId(position, field.id),
          label: shorten(field.label, longest.label),
        }),
      ),
  );
  const texts = fields.filter(({ kind }) => kind === 'text').length;
  const room = Math.floor(roomForTexts / Math.max(1, texts));
  return fields.map((field) => {
    const fit = requests.length > 1 ? withoutRequired(field) : field;
    return fit.kind === 'text' ? { ...fit, maxLength: Math.min(fit.maxLength, room) } : fit;
  });
}

/** What the answers to a topic can name. */
export async function surroundingsOf(
  { minutes }: Pick<Drawing, 'minutes'>,
  { agenda, seesClosed }: Pick<Seat, 'agenda' | 'seesClosed'>,
  { requests }: Pick<Topic, 'requests'>,
): Promise<Surroundings> {
  const asked = requests.map(({ request }) => request);
  const sees = seesClosed ? 'open_and_closed' : 'open';
  return { entries: agenda.entries, minutesItems: await readMinutesItems(minutes, agenda, asked, sees) };
}

export interface ReadForm {
  values: { status: RequestStatus; value: InputValue }[];
  faults: FieldFault[];
}

const isBlank = (raw: RawFields): boolean =>
  Object.values(raw).every((value) => value === '' || value === false || value === 'false' || value === null);

/** The fields of one request among those of its form. */
function rawOf(data: RawFields, position: number): RawFields {
  const prefix = fieldId(position, '');
  return Object.fromEntries(
    Object.entries(data)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), value]),
  );
}

/**
 * Reads what was written into a topic's form. Of several requests one that is left blank is left for later, as long as another
 * is answered.
 */
export function readForm(requests: readonly RequestStatus[], data: RawFields, around: Surroundings): ReadForm {
  const limits = new Map(
    fieldsOf(requests, around, () => null).map((field) => [
      field.id,
      field.kind === 'text' ? field.maxLength : Infinity,
    ]),
  );
  const read = requests.map((status, position) => {
    const raw = rawOf(data, position);
    const result = rules(status.request).read(status.request.spec, raw, around);
    const faults = 'faults' in result ? result.faults : [];
    const tooLong = Object.entries(raw).flatMap(([id, value]): FieldFault[] => {
      const limit = limits.get(fieldId(position, id)) ?? Infinity;
      return typeof value === 'string' && value.length > limit && !faults.some(({ field }) => field === id)
        ? [{ field: id, message: formLines.tooLong(limit, value.length) }]
        : [];
    });
    const isSkipped =
      requests.length > 1 && isBlank(raw) && status.counting === null && status.request.spec.kind !== 'acknowledge';
    return {
      status,
      isSkipped,
      value: 'value' in result ? result.value : undefined,
      faults: [...faults, ...tooLong].map(({ field, message }) => ({ field: fieldId(position, field), message })),
    };
  });
  const given = read.filter(({ isSkipped }) => !isSkipped);
  const judged = given.length === 0 ? read : given;
  return {
    values: given.flatMap(({ status, value }) => (value === undefined ? [] : [{ status, value }])),
    faults: judged.flatMap(({ faults }) => faults),
  };
}

/** What a form shows instead of the answers there are. */
export interface FormDraft {
  /** What was sent: it stands in the fields again. */
  data: RawFields;
  faults: readonly FieldFault[];
  /** Why it was not saved, when that is not a fault of the fields. */
  why?: string;
  /** The form's own handle, where no other can be made. */
  handle?: string;
}

function textLines({ entry }: Topic): string[] {
  if (entry === null) return [];
  const { recommendation, sections } = entry.item;
  const points = (recommendation?.points ?? [])
    .map((point) => point.trim().replace(/(?<=\p{L}{4})[.;]$/u, ''))
    .join('; ');
  const summary = sections.find(({ kind }) => kind === 'summary')?.text ?? '';
  return [
    ...(points === '' ? [] : [formLines.recommendation(shortenToCost(onOneLine(points), longest.text))]),
    ...(summary === '' ? [] : [shortenToCost(onOneLine(summary), longest.text)]),
    ...(entry.wanted === null ? [] : [formLines.wanted(shortenToCost(onOneLine(entry.wanted), longest.summary * 2))]),
  ];
}

/** Draws a draft's values and faults into the fields. */
const redraw = (fields: readonly FormField[], { data, faults }: FormDraft): FormField[] =>
  fields.map((field) => {
    const sent = Object.hasOwn(data, field.id) ? data[field.id] : '';
    const text = typeof sent === 'string' || typeof sent === 'number' || typeof sent === 'boolean' ? String(sent) : '';
    const fault = faults.find((one) => one.field === field.id)?.message;
    const value = field.kind === 'text' ? text.slice(0, field.maxLength) : text;
    return { ...field, value, ...(fault !== undefined && { fault }) };
  });

/** What stands above the fields. */
function formLeads(work: Drawing, seat: Seat, topic: Topic, lead: string | undefined): string[] {
  const { entry, requests } = topic;
  return [
    ...(seat.isOnBehalf ? [minePhrases.onBehalf(respondentLabel(seat.respondent))] : []),
    ...(lead === undefined ? [] : [lead]),
    ...textLines(topic),
    ...(entry?.item.access === 'closed' ? [formLines.closedItem] : []),
    ...(isOutdated(topic) ? [formLines.outdated] : []),
    ...(hasAnswer(topic) ? [shortenToCost(formLines.now(answerState(topic)), longest.text)] : []),
    ...(isOver(seat, work.clock.now()) ? [minePhrases.overLead] : []),
    ...(requests.length > 1 ? [formLines.partial] : []),
  ];
}

/** What was wrong, said on top: by the labels of the fields it is said at. */
function faultLines(fields: readonly FormField[], draft: FormDraft | undefined): string[] {
  if (draft === undefined) return [];
  const named = draft.faults.map(({ field, message }) => {
    const label = fields.find(({ id }) => id === field)?.label;
    return label === undefined ? message : saidOf(shorten(label, 60), message);
  });
  return [draft.why === undefined ? formLines.faults : formLines.notSaved(draft.why), ...named];
}

type FormButton = Parameters<typeof formCard>[0]['buttons'][number];

/** @param undo the handle that takes back the newest answer; undefined: there is none. */
function formButtons(seat: Seat, topic: Topic, handle: string, undo: string | undefined): FormButton[] {
  const { entry } = topic;
  const free = { needsNoFields: true } as const;
  const at = { agenda: seat.agenda.id, entry: topic.id };
  // Taking back the only answer there is says "Træk svaret tilbage", and an earlier one there is none.
  const hasVersions = topic.requests.some(({ request }) => versionsOf(seat, request).length > 1);
  return [
    button(mineTitles.save, verbs.saveInput, { handle }),
    ...(entry === null ? [] : [button(mineTitles.saveAndNext, verbs.saveInput, { handle, next: true })]),
    ...(isOutdated(topic)
      ? [{ ...button(mineTitles.stands, verbs.inputStands, { handle, form: true }), ...free }]
      : []),
    ...(undo === undefined || !hasVersions
      ? []
      : [{ ...button(mineTitles.undo, verbs.undoInput, { handle: undo }), ...free }]),
    ...(hasAnswer(topic) ? [{ ...button(mineTitles.withdraw, verbs.withdrawInput, { handle }), ...free }] : []),
    ...(hasVersions ? [{ ...formButton(mineTitles.history, verbs.showInputHistory, { handle }), ...free }] : []),
    ...(entry === null ? [] : [{ ...formButton(mineTitles.wholeItem, verbs.showAgendaItem, at), ...free }]),
    ...(entry === null || entry.standing !== null
      ? []
      : [{ ...formButton(mineTitles.earlier, verbs.showEarlier, at), ...free }]),
    { ...button(mineTitles.back, verbs.showMyInput, { handle, form: true }), ...free },
  ];
}

/** What takes back what was answered last; nothing where nothing was. */
function undoOf(seat: Seat, { requests }: Topic) {
  const newest = requests.flatMap(({ request }) => versionsOf(seat, request).at(-1)?.id ?? []);
  return newest.length === 0 ? {} : { 'input.undo': { answers: newest.join(' ') } };
}

/** The handles of a form. One that comes back keeps its own, and undoes nothing: a full disk takes no new ones. */
async function handlesOf(work: Drawing, seat: Seat, topic: Topic, draft: FormDraft | undefined) {
  if (draft?.handle !== undefined) return { handle: draft.handle, undo: undefined };
  const form = {
    topic: topic.id,
    requests: topic.requests.map(({ request }) => request.id).join(' '),
    revision: topic.entry?.revision ?? 0,
  };
  const undo = draft === undefined ? undoOf(seat, topic) : {};
  const handleFor = await issueHandles(work, seat, { 'input.form': form, ...undo });
  return {
    handle: handleFor('input.form'),
    undo: 'input.undo' in undo ? handleFor('input.undo') : undefined,
  };
}

export interface FormOptions {
  draft?: FormDraft;
  lead?: string;
  /** Opened to say that one does not come. */
  isAbsent?: boolean;
}

function shownFields(topic: Topic, around: Surroundings, { draft, isAbsent = false }: FormOptions): FormField[] {
  const fields = fieldsOf(topic.requests, around, newestValue);
  if (draft !== undefined) return redraw(fields, draft);
  const absent = fieldId(0, 'attends');
  return isAbsent ? fields.map((field) => (field.id === absent ? { ...field, value: 'absent' } : field)) : fields;
}

/** The form of an item: what it is about, all that is asked about it, and the ways on. */
export async function itemForm(work: Drawing, seat: Seat, topic: Topic, options: FormOptions = {}): Promise<Shown> {
  const { draft, lead } = options;
  const { entry } = topic;
  const { handle, undo } = await handlesOf(work, seat, topic, draft);
  const called = titleOf(seat, topic);
  const name = entry === null ? called : formLines.title(entry.item.number, called);
  const title = shortenToCost(name, longest.title);
  const fields = shownFields(topic, await surroundingsOf(work, seat, topic), options);
  return formCard({
    summary: shorten(entry === null ? called : formLines.summary(entry.item.number, called), longest.summary),
    title,
    leads: formLeads(work, seat, topic, lead),
    faults: faultLines(fields, draft),
    fields,
    notes: [readersLine(seat)],
    buttons: formButtons(seat, topic, handle, undo),
  });
}
