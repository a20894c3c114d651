import { type Button, button, toButtonRows, verbs } from '../../cards/button.js';
import { fillCard } from '../../cards/fill-card.js';
import { onOneLine, shorten } from '../../cards/shorten.js';
import { type TextLine, toTextLines } from '../../cards/text-lines.js';
import type { Enquiry } from '../../domain/enquiry.js';
import type { CardReply } from '../../routing/reply.js';
import { enquiryButtons, phrases } from './phrases.js';

export type Card = Extract<CardReply, { card: unknown }>;

/** In characters. */
export const longestAnswer = 4_000;
const longestInSummary = 150;

interface View {
  title: string;
  summary: string;
  leads: readonly string[];
  enquiry: Enquiry;
  /** Who asked, as the reader is told. */
  who: string;
  /** Whether the fields for an answer stand on it; with what was wrong with the one that was sent. */
  form: { fault: string | null } | null;
  notes: readonly string[];
  buttons: readonly Button[];
}

const toText = (text: string) => ({ text });
const toLines = (text: string): TextLine[] => toTextLines(text);

function fill({ title, summary, leads, enquiry, who, form, notes, buttons }: View): Card {
  const { answer, context, question } = enquiry;
  const card = fillCard('enquiry', {
    title,
    summary,
    leads: leads.map(toText),
    asked: phrases.askedBy(who, enquiry),
    question: onOneLine(question),
    details: [...(context === null ? [] : [phrases.after(onOneLine(context))]), phrases.searched(enquiry)].map(toText),
    answers:
      answer === null
        ? []
        : [
            {
              heading: phrases.answered(answer.by.name ?? phrases.unknownSecretary, answer.at),
              lines: toLines(answer.text),
            },
          ],
    forms:
      form === null
        ? []
        : [
            {
              faults: form.fault === null ? [] : [{ text: form.fault }],
              answerLabel: phrases.answerField,
              answerMissing: phrases.answerMissing,
              longest: longestAnswer,
              worthLabel: phrases.worthAddingField,
              worthText: phrases.worthAddingText,
            },
          ],
    notes: notes.map(toText),
    buttonRows: toButtonRows(buttons),
  });
  return { card, summary };
}

const askerName = ({ asker }: Enquiry): string => asker.name ?? phrases.unknownAsker;

const secretaryName = ({ answer }: Enquiry): string => answer?.by.name ?? phrases.unknownSecretary;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the secretary is notified with: never the words of a question that may tell of a closed item. */
export const summaryForSecretary = (enquiry: Enquiry): string =>
  enquiry.access === 'closed'
    ? phrases.asksClosed(askerName(enquiry))
    : phrases.asks(askerName(enquiry), shorten(onOneLine(enquiry.question), longestInSummary));

const summaryOfAnswer = (enquiry: Enquiry): string => {
  const who = capital(secretaryName(enquiry));
  return enquiry.access === 'closed'
    ? phrases.hasAnsweredClosed(who)
    : phrases.hasAnswered(who, shorten(onOneLine(enquiry.question), longestInSummary));
};

/** The question as the secretary sees it: with a field for the answer, or with what came of it. */
export function secretaryCard(
  enquiry: Enquiry,
  forum: string,
  { lead, fault = null }: { lead?: string; fault?: string | null } = {},
): Card {
  const { id, state, isWorthAdding } = enquiry;
  const said = { open: phrases.toAnswer, answered: phrases.isAnswered, taken_back: phrases.isTakenBack }[state];
  const mark = button(isWorthAdding ? enquiryButtons.unmark : enquiryButtons.mark, verbs.markEnquiry, {
    enquiry: id,
    worthAdding: !isWorthAdding,
  });
  return fill({
    title: phrases.titleForSecretary(forum),
    summary: summaryForSecretary(enquiry),
    leads: [lead ?? said],
    enquiry,
    who: askerName(enquiry),
    form: state === 'open' ? { fault } : null,
    notes: isWorthAdding ? [phrases.worthAdding] : [],
    buttons:
      state === 'open'
        ? [button(enquiryButtons.answer, verbs.answerEnquiry, { enquiry: id })]
        : state === 'answered'
          ? [mark]
          : [],
  });
}

/** The question as its asker sees it. */
export function askerCard(enquiry: Enquiry, forum: string, lead: string | null): Card {
  const { id, state } = enquiry;
  return fill({
    title: phrases.titleForAsker(forum),
    summary: state === 'answered' ? summaryOfAnswer(enquiry) : (lead ?? ''),
    leads: lead === null ? [] : [lead],
    enquiry,
    who: phrases.me,
    form: null,
    notes: [],
    buttons: state === 'open' ? [button(enquiryButtons.takeBack, verbs.takeBackEnquiry, { enquiry: id })] : [],
  });
}
