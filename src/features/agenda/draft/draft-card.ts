import { type Button, button, toButtonRows, verbs } from '../../../cards/button.js';
import { fillCard } from '../../../cards/fill-card.js';
import { shorten } from '../../../cards/shorten.js';
import { takePage } from '../../../cards/take-page.js';
import { shortenToCost } from '../../../cards/text-cost.js';
import { formatTimeSpan } from '../../../danish/date-format.js';
import type { Agenda, AgendaEntry } from '../../../domain/agenda.js';
import type { TimeSlot } from '../../../domain/agenda-item.js';
import { slotsOf } from '../entries.js';
import { kindLabels, meetingName, stateLabels } from '../phrases.js';
import type { Card } from './desk.js';
import { deskButtons, deskPhrases } from './desk-phrases.js';

const itemsOnPage = 12;
const longestTitle = 300;

/** What the card says beside the agenda itself. */
export interface DraftView {
  /** How many findings are neither mended nor accepted. */
  findingCount: number;
  /** The meeting whose minutes are to be approved. */
  lastMinutesId: string | null;
  page?: number;
  /** What just happened, or could not. */
  lead?: string;
  /** Whether the findings are told of beside the lead. */
  saysFindings?: boolean;
}

/** Carries what was seen, so that a press on an old card is known. */
export const seen = ({ id, revision }: Agenda) => ({ agenda: id, revision });

export function entryFacts({ item, isWithdrawn }: AgendaEntry, slot: TimeSlot | undefined): string {
  const time =
    slot !== undefined
      ? formatTimeSpan(slot.start, slot.end)
      : item.durationMinutes === null
        ? ''
        : deskPhrases.minutes(item.durationMinutes);
  const facts = [
    isWithdrawn ? deskPhrases.withdrawn : '',
    item.access === 'closed' ? deskPhrases.closed : '',
    time,
    item.kind === 'any_other_business' || item.kind === 'other' ? '' : kindLabels[item.kind],
    item.presenters.length === 0 ? '' : deskPhrases.by(shorten(item.presenters.join(', '), 100)),
  ];
  return facts.filter((fact) => fact !== '').join(' · ');
}

function toRow(agenda: Agenda, entry: AgendaEntry, slot: TimeSlot | undefined) {
  const { item, wanted, id } = entry;
  const title = shortenToCost(item.topic || item.title, longestTitle);
  return {
    number: String(item.number),
    title,
    outcome: shortenToCost(
      [entryFacts(entry, slot), wanted === null ? '' : deskPhrases.wanted(wanted)]
        .filter((part) => part !== '')
        .join(' · '),
      longestTitle,
    ),
    button: button(
      deskButtons.open,
      verbs.showDraftItem,
      { agenda: agenda.id, entry: id },
      deskButtons.openItem(item.number, shorten(item.topic || item.title, 80)),
    ),
  };
}

const change = (agenda: Agenda, title: string, to: string): Button =>
  button(title, verbs.changeDraftState, { ...seen(agenda), to });

function draftButtons(agenda: Agenda, { findingCount }: DraftView): Button[] {
  const isScheduled = agenda.state === 'scheduled';
  return [
    ...(findingCount > 0 ? [button(deskButtons.findings, verbs.showFindings, { agenda: agenda.id })] : []),
    button(deskButtons.input, verbs.showInputPlan, { agenda: agenda.id }),
    button(deskButtons.preview, verbs.previewDraft, { agenda: agenda.id }),
    button(deskButtons.publishNow, verbs.publishDraft, seen(agenda)),
    button(deskButtons.publishLater, verbs.showScheduleForm, seen(agenda)),
    button(deskButtons.addItem, verbs.showDraftItemForm, seen(agenda)),
    button(deskButtons.changeMeeting, verbs.showMeetingForm, seen(agenda)),
    ...(isScheduled ? [change(agenda, deskButtons.doNotPublish, 'unschedule')] : []),
    ...(agenda.revision > 1 ? [change(agenda, deskButtons.undo, 'undo')] : []),
    change(agenda, deskButtons.deleteDraft, 'withdraw'),
  ];
}

function buttonsFor(agenda: Agenda, view: DraftView): Button[] {
  switch (agenda.state) {
    case 'draft':
    case 'scheduled':
      return draftButtons(agenda, view);
    case 'published':
    case 'changed':
      return [
        button(deskButtons.addItem, verbs.showDraftItemForm, seen(agenda)),
        button(deskButtons.changeMeeting, verbs.showMeetingForm, seen(agenda)),
        button(deskButtons.preview, verbs.previewDraft, { agenda: agenda.id }),
        change(agenda, deskButtons.withdraw, 'withdraw'),
        change(agenda, deskButtons.cancel, 'cancel'),
      ];
    case 'withdrawn':
    case 'cancelled':
      return [
        agenda.publishedAt === null
          ? change(agenda, deskButtons.undo, 'undo')
          : change(agenda, deskButtons.restore, 'restore'),
      ];
    case 'held':
    case 'archived':
      return [];
  }
}

const stateText = ({ state, publishAt }: Agenda): string =>
  state === 'scheduled' && publishAt !== null ? deskPhrases.publishedAt(publishAt) : stateLabels[state];

const firstUpper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The secretary's working card of an agenda. */
export function draftCard(agenda: Agenda, view: DraftView): Card {
  const { startTime, endTime, place, inputDeadlineAt, entries: all } = agenda;
  const { entries, page, pageCount, first, last } = takePage(all, view.page ?? 1, itemsOnPage);
  const slots = slotsOf(all, startTime);
  const isOpen = agenda.state === 'draft' || agenda.state === 'scheduled';
  const title = deskPhrases.draft(meetingName({ ...agenda, forum: shorten(agenda.forum, 100) }));
  const told = view.saysFindings === true ? deskPhrases.findingsLead : deskPhrases.findings;
  const findings = view.findingCount > 0 ? told(view.findingCount) : deskPhrases.noFindings;
  const status = [
    firstUpper(stateText(agenda)),
    formatTimeSpan(startTime, endTime),
    shorten(place ?? '', 100),
    inputDeadlineAt === null ? deskPhrases.noDeadline : deskPhrases.deadline(inputDeadlineAt),
  ];
  const leads = [
    view.lead ?? '',
    isOpen && (view.lead === undefined || view.saysFindings === true) ? findings : '',
  ].filter((text) => text !== '');
  const turnTo = (name: string, to: number) => button(name, verbs.showDraft, { agenda: agenda.id, page: to });
  const summary = `${title}: ${deskPhrases.items(all.length)}`;
  const card = fillCard('meeting', {
    summary,
    title,
    meta: status.filter((fact) => fact !== '').join(' · '),
    hasLead: leads.length > 0,
    lead: leads.join(' '),
    items: entries.map((entry) => toRow(agenda, entry, slots.get(entry.id))),
    hasNote: pageCount > 1,
    note: deskPhrases.shown(first, last, all.length),
    pageRows: toButtonRows([
      ...(page > 1 ? [turnTo(deskButtons.previousItems, page - 1)] : []),
      ...(page < pageCount ? [turnTo(deskButtons.moreItems, page + 1)] : []),
    ]),
    buttonRows: toButtonRows([
      ...buttonsFor(agenda, view),
      ...(view.lastMinutesId === null
        ? []
        : [button(deskButtons.lastMinutes, verbs.showMeeting, { meeting: view.lastMinutesId })]),
      button(deskButtons.allAgendas, verbs.showDrafts),
    ]),
  });
  return { card, summary };
}
