import { sayWeekday } from '../../danish/date-format.js';
import type { Wording } from '../../domain/language.js';
import type { danishFindings } from './finding-phrases.js';

export const englishFindings: Wording<typeof danishFindings> = {
  missing_head: () =>
    'The document does not begin with "REFERAT" or "DAGSORDEN". What is known of the meeting was read from the rest.',
  meeting_date_disagrees: (title, label) =>
    `The heading says ${title}, but the date of the meeting says ${label}. I use the date of the meeting, if the weekday fits.`,
  weekday_mismatch: (text, right) => `The weekday does not fit: "${text}" is a ${sayWeekday(right)}.`,
  impossible_date: (text) => `There is no such date: "${text}".`,
  impossible_time: (text) => `The time cannot be right: "${text}".`,
  missing_item_number: (missing, before) => `Item ${missing} is missing before item ${before}.`,
  duplicate_item_number: (number) => `Several items have the number ${number}.`,
  item_number_out_of_order: (number, before) => `Item ${number} stands after item ${before}.`,
  item_heading_in_text: (text) => `The line looks like the heading of an item, but was read as text: "${text}".`,
  empty_title: (number) => `Item ${number} has no title.`,
  contents_missing_item: (number, title) => `The table of contents lacks item ${number}: "${title}".`,
  contents_extra_entry: (title) => `The table of contents names "${title}", but no item has that title.`,
  page_without_text: (page) =>
    `Page ${page} has no text. If it was scanned, what it says is missing: save the document as a PDF with text.`,
  damaged_case_number: (text) => `The case number looks damaged: "${text}".`,
  unreadable_case_number: (text) => `The line looks like a case number, but cannot be read: "${text}".`,
  second_case_number: (text) => `The item has one more case number: "${text}".`,
  item_without_decision: (number) => `Item ${number} has no decision.`,
  several_decisions: (number) => `Item ${number} has several sections headed "Beslutning". They were read as one.`,
  recommendation_without_points: (number) => `The recommendation of item ${number} has no points that I can read.`,
  several_recommendations: (number) =>
    `Item ${number} has several recommendations. The first was read as the forum's own.`,
  unknown_heading: (text) => `The line looks like a heading that I do not know: "${text}".`,
  misspelt_heading: (text, meant) => `The heading "${text}" may be meant for "${meant}". It was read as text.`,
  text_before_first_item: (text) => `The text before the first item belongs to no item: "${text}".`,
  closed_item: (number) => `Item ${number} is closed and shown only to those who may see closed items.`,
  access_unclear: (number) =>
    `It is not clear whether item ${number} is closed. It is kept as closed until you say otherwise.`,
};
