import type { DocumentLine } from '../document-reader/document-lines.js';
import type { AgendaItem, Recommendation } from '../domain/agenda-item.js';
import type { CaseNumber } from '../domain/case-number.js';
import type { Finding } from '../domain/meeting-document.js';
import { foldSpace } from './blocks.js';
import type { ItemHeading } from './find-item-headings.js';
import { itemKind } from './item-kind.js';
import { finding } from './phrases/finding-phrases.js';
import { isClosedMark, readAccess } from './read-access.js';
import { hasSoundFacet, looksLikeCaseNumber, readCaseNumber } from './read-case-number.js';
import { readCommitments } from './read-commitments.js';
import { findDuration } from './read-duration.js';
import { readOutcomes } from './read-outcomes.js';
import { readPeople } from './read-people.js';
import { readTitle } from './read-title.js';
import { recommendationOf, type SectionBlocks, splitSections, toSection } from './split-sections.js';

/** What an item takes from the document around it. */
export interface ItemContext {
  kind: 'minutes' | 'agenda';
  forum: string;
  /** ISO date of the meeting. */
  date: string;
}

export interface ReadItem {
  item: AgendaItem;
  sections: SectionBlocks[];
  findings: Finding[];
}

/** Reads one item: its title, and the lines from below the title up to the next item. */
export function readItem(
  heading: ItemHeading,
  headingLine: number,
  body: readonly DocumentLine[],
  context: ItemContext,
): ReadItem {
  const title = readTitle(heading.title, context.forum);
  const { caseNumber, rest, findings } = takeCaseNumber(body, headingLine);
  const sections = splitSections(rest);
  const recommendation = recommendationOf(sections);
  const decision = sections.filter(({ kind }) => kind === 'decision');
  const decisionText = decision.map((section) => toSection(section).text).filter((text) => text !== '');
  const decisionBlocks = decision.flatMap(({ blocks }) => blocks);
  const outcomes = readOutcomes(decisionBlocks, recommendation, context.forum);
  const access = readAccess(heading.title);
  const isMarkedClosed = rest.slice(0, 3).some((line) => isClosedMark(line.text));
  const item: AgendaItem = {
    number: heading.number,
    title: heading.title,
    topic: title.topic,
    kind: itemKind({ topic: title.topic, recommendation, sections, outcomes }),
    access: isMarkedClosed ? 'closed' : access.access,
    caseNumber,
    timeSlot: title.timeSlot,
    durationMinutes: title.durationMinutes ?? findDuration(caseBlocks(sections)) ?? null,
    presenters: title.presenters,
    guests: title.guests,
    sections: sections.map(toSection),
    recommendation,
    decision: decisionText.length === 0 ? null : decisionText.join('\n\n'),
    outcomes,
    commitments: readCommitments(decisionBlocks, recommendation, outcomes, context.date),
    attachments: attachmentsOf(sections),
    absent: sections
      .filter(({ kind }) => kind === 'absent')
      .flatMap(({ blocks }) => readPeople(blocks.map(({ text }) => text).join(', '))),
    lines: { first: headingLine, last: lastLine(body, headingLine) },
  };
  if (title.impossibleTime !== null) findings.push(finding('impossible_time', headingLine, title.impossibleTime));
  if (heading.title === '') findings.push(finding('empty_title', headingLine, heading.number));
  findings.push(
    ...accessFindings(item, access.clear || isMarkedClosed),
    ...sectionFindings(item, recommendation, context),
  );
  return { item, sections, findings };
}

interface TakenCaseNumber {
  caseNumber: CaseNumber | null;
  rest: readonly DocumentLine[];
  findings: Finding[];
}

/** The case number is the first line below the title; one that cannot be read stays in the text. */
function takeCaseNumber(body: readonly DocumentLine[], headingLine: number): TakenCaseNumber {
  const at = body.findIndex((line) => line.text.trim() !== '');
  const line = body[at];
  if (line === undefined) return { caseNumber: null, rest: body, findings: [] };
  const caseNumber = readCaseNumber(line.text);
  if (caseNumber === undefined) {
    const isDamaged = looksLikeCaseNumber(line.text);
    return {
      caseNumber: null,
      rest: body,
      findings: isDamaged ? [finding('unreadable_case_number', line.number, line.text.trim())] : [],
    };
  }
  const label = line.text.trim().slice(0, -caseNumber.text.length).trim();
  const rest = [...(label === '' ? [] : [{ ...line, text: label }]), ...body.slice(at + 1)];
  const findings = hasSoundFacet(caseNumber) ? [] : [finding('damaged_case_number', line.number, caseNumber.text)];
  const second = rest.slice(0, 3).find((each) => readCaseNumber(each.text) !== undefined);
  if (second !== undefined)
    findings.push(finding('second_case_number', second.number ?? headingLine, foldSpace(second.text)));
  return { caseNumber, rest, findings };
}

/** Where newer minutes write "(10 min.)". */
function caseBlocks(sections: readonly SectionBlocks[]): SectionBlocks['blocks'] {
  return sections
    .filter(({ kind }) => kind !== 'decision' && kind !== 'attachments' && kind !== 'absent')
    .flatMap(({ blocks }) => blocks);
}

function attachmentsOf(sections: readonly SectionBlocks[]): AgendaItem['attachments'] {
  return sections
    .filter(({ kind }) => kind === 'attachments')
    .flatMap(({ blocks }) => blocks.map(({ text }) => ({ title: text })));
}

function accessFindings(item: AgendaItem, clear: boolean): Finding[] {
  if (item.access === 'open') return [];
  return [finding(clear ? 'closed_item' : 'access_unclear', item.lines.first, item.number)];
}

function sectionFindings(item: AgendaItem, recommendation: Recommendation | null, context: ItemContext): Finding[] {
  const findings: Finding[] = [];
  const decisions = item.sections.filter(({ kind }) => kind === 'decision');
  const recommendations = item.sections.filter(({ kind }) => kind === 'recommendation');
  if (context.kind === 'minutes' && item.decision === null) {
    findings.push(finding('item_without_decision', decisions[0]?.lines.first ?? item.lines.first, item.number));
  }
  if (decisions.length > 1)
    findings.push(finding('several_decisions', decisions[1]?.lines.first ?? item.lines.first, item.number));
  const [first, second] = recommendations;
  if (first !== undefined && (recommendation === null || recommendation.points.length === 0)) {
    findings.push(finding('recommendation_without_points', first.lines.first, item.number));
  }
  if (second !== undefined) findings.push(finding('several_recommendations', second.lines.first, item.number));
  return findings;
}

function lastLine(body: readonly DocumentLine[], headingLine: number): number {
  return body.findLast((line) => line.text.trim() !== '')?.number ?? headingLine;
}
