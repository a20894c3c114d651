import type { AgendaItem } from '../../src/domain/agenda-item.js';
import type { MeetingDocument } from '../../src/domain/meeting-document.js';
import { parseMeetingDocument } from '../../src/minutes-parser/parse-meeting-document.js';
import { linesOf } from './lines-of.js';

/** Minutes of 13 April 2023 with the given text below the head. */
export function minutesOf(body: string): MeetingDocument {
  return parseMeetingDocument(linesOf(`${head}\n\n${body}`));
}

/** The first item of such minutes. */
export function itemOf(body: string): AgendaItem {
  const [item] = minutesOf(body).items;
  if (item === undefined) throw new Error('The text has no item');
  return item;
}

/** The item a decision makes, with the points that were recommended. */
export function decided(decision: string, points: readonly string[] = []): AgendaItem {
  const recommended = points.map((point, at) => `${at + 1}. ${point}`).join('\n');
  const recommendation =
    points.length === 0 ? '' : `Indstilling\n\nKommunaldirektøren indstiller,\n\n${recommended}\n\n`;
  return itemOf(`Punkt 1: CF - Plan\n\n00.13.00-A00-1-18\n\n${recommendation}Beslutning\n\n${decision}`);
}

export function codesOf(findings: readonly { code: string }[]): string[] {
  return findings.map(({ code }) => code);
}

export const head =
  'REFERAT Chefforum d. 13-04-2023\n\nMødedato Torsdag d. 13. april 2023 kl. 09:00\n\nMødested Mødelokale 1';
