import { button, toButtonRows, verbs } from '../../../cards/button.js';
import { fillCard } from '../../../cards/fill-card.js';
import { shorten } from '../../../cards/shorten.js';
import { takePage } from '../../../cards/take-page.js';
import { shortenToCost } from '../../../cards/text-cost.js';
import { formatLongDate } from '../../../danish/date-format.js';
import type { Agenda, AgendaEntry } from '../../../domain/agenda.js';
import type { InputPlan } from '../../../domain/input.js';
import type { Card } from '../brief/brief-card.js';
import { newPlan } from '../round/new-plan.js';
import { specsOf } from '../round/plan-requests.js';
import { visibilities } from './desk-phrases.js';
import { planPhrases as phrases, specWords } from './plan-phrases.js';
import type { InputDesk } from './round-desk.js';

const itemsOnPage = 12;
const longestTitle = 300;

/** What is asked about an item, in one line. */
export function planLine(plan: Pick<InputPlan, 'specs'>, entry: AgendaEntry): string {
  const specs = specsOf(plan, entry);
  const what = specs.length === 0 ? phrases.nothing : specs.map(specWords).join(' · ');
  return Object.hasOwn(plan.specs, entry.id) || specs.length === 0 ? what : `${what} (${phrases.suggested})`;
}

/** What will be asked before a meeting, item by item, with the way to change it. */
export function planCard(agenda: Agenda, plan: InputPlan, view: { page?: number; lead?: string } = {}): Card {
  const live = agenda.entries.filter(({ isWithdrawn }) => !isWithdrawn);
  const { entries, page, pageCount, first, last } = takePage(live, view.page ?? 1, itemsOnPage);
  const turnTo = (title: string, to: number) => button(title, verbs.showInputPlan, { agenda: agenda.id, page: to });
  const rows = entries.map((entry) => {
    const title = shortenToCost(entry.item.topic || entry.item.title, longestTitle);
    return {
      number: String(entry.item.number),
      title,
      outcome: planLine(plan, entry),
      button: button(
        phrases.change,
        verbs.showItemPlan,
        { agenda: agenda.id, entry: entry.id },
        phrases.changeItem(entry.item.number, shorten(title, 80)),
      ),
    };
  });
  const how = plan.isAsked
    ? [
        agenda.inputDeadlineAt === null ? phrases.noDeadline : phrases.asked,
        phrases.seenBy(visibilities[plan.visibility], `${phrases.namings[plan.naming]}.`),
        phrases.reminders(plan.remindHoursBefore),
        phrases.availability,
      ]
    : [phrases.notAsked];
  const summary = phrases.title(`${shorten(agenda.forum, 100)} ${formatLongDate(agenda.date)}`);
  const card = fillCard('meeting', {
    summary,
    title: summary,
    meta: phrases.meta(agenda.inputDeadlineAt),
    hasLead: true,
    lead: [view.lead ?? '', ...how].filter((text) => text !== '').join(' '),
    items: plan.isAsked ? rows : [],
    hasNote: pageCount > 1,
    note: phrases.shown(first, last, live.length),
    pageRows: toButtonRows([
      ...(page > 1 ? [turnTo(phrases.previous, page - 1)] : []),
      ...(page < pageCount ? [turnTo(phrases.next, page + 1)] : []),
    ]),
    buttonRows: toButtonRows([
      button(phrases.general, verbs.showInputPlanForm, { agenda: agenda.id }),
      ...(plan.revision > 0
        ? [button(phrases.undo, verbs.undoInputPlan, { agenda: agenda.id, revision: plan.revision })]
        : []),
      button(phrases.toDraft, verbs.showDraft, { agenda: agenda.id }),
    ]),
  });
  return { card, summary };
}

/** What will be asked, a line an item; for the preview, which shows nothing of a closed item but its number. */
export async function describePlan({ input }: Pick<InputDesk, 'input'>, agenda: Agenda): Promise<string[]> {
  const plan = (await input.findPlan(agenda.id)) ?? newPlan(agenda);
  if (!plan.isAsked) return [phrases.notAsked];
  if (agenda.inputDeadlineAt === null) return [phrases.noDeadline];
  return agenda.entries
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .map((entry) => phrases.itemLine(entry.item.number, planLine(plan, entry)));
}
