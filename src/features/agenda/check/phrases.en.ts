import { formatDate, formatLongDate, sayWeekday } from '../../../danish/date-format.js';
import type { Wording } from '../../../domain/language.js';
import type { danish } from './phrases.js';

export const english: Wording<typeof danish> = {
  noRecommendation: (number) => `Item ${number} has no recommendation.`,
  pointWithoutVerb: (number, point) =>
    `Item ${number}: the recommendation "${point}" does not say what is to happen. It lacks a verb such as "godkendes" or "drøftes".`,
  decisionWithoutPoints: (number) =>
    `Item ${number} is to be decided, but the recommendation has no points to decide on.`,
  caseNumberMalformed: (number, text) =>
    `Item ${number}: the case number "${text}" looks wrong. It must look like 00.30.10-S00-3-26.`,
  caseNumberOfOtherItem: (number, other, text) =>
    `Item ${number} and item ${other} have the same case number, ${text}.`,
  caseNumberOfEarlierItem: (number, text, topic, date) =>
    `Item ${number}: on ${formatDate(date)} the case number ${text} belonged to "${topic}".`,
  overlappingSlots: (number, other, span, otherSpan) =>
    `Item ${number} (${span}) begins before item ${other} (${otherSpan}) is over.`,
  outsideMeeting: (number, span) => `Item ${number} (${span}) lies outside the meeting's time.`,
  tooManyMinutes: (planned, available) => `The items take ${planned} minutes, but the meeting lasts ${available}.`,
  weekdayDisagrees: (number, text, right) =>
    `Item ${number}: the weekday does not fit. "${text}" is a ${sayWeekday(right)}.`,
  dateInPast: (date) => `The meeting's date has passed: ${formatLongDate(date)}.`,
  sameTitleTwice: (number, other) => `Item ${number} and item ${other} have the same title.`,
  attachmentNotListed: (number, words) =>
    `Item ${number} mentions "${words}", but it is not on the list of attachments.`,
  copiedText: (number, date, earlier) =>
    `Item ${number}: the text is the same as that of item ${earlier} at the meeting of ${formatDate(date)}. Has it been brought up to date?`,
  promisedItem: (date, number, text) =>
    `At the meeting of ${formatDate(date)}, item ${number}, this was promised for now, but it is not on the agenda: "${text}".`,
  promisedClosedItem: (date, number) =>
    `At the meeting of ${formatDate(date)} something of the closed item ${number} was promised for now, but it is not on the agenda.`,
};
