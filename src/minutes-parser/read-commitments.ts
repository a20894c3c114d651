import { splitSentences } from '../danish/sentences.js';
import type { Recommendation } from '../domain/agenda-item.js';
import type { Commitment } from '../domain/commitment.js';
import type { Outcome } from '../domain/outcome.js';
import type { Block } from './blocks.js';
import type { DueMention } from './due/due-mention.js';
import { findDue } from './due/find-due.js';
import { deadlineSentence } from './phrases/commitment-phrases.js';
import { deadlineWords } from './phrases/due-phrases.js';
import { readPromise } from './read-promise.js';

/** Shorter sentences have no room for a promise, and longer ones promise nothing that can be told. */
const shortestSentence = 10;
const longestSentence = 1200;

/**
 * What someone is to do after the meeting: the promising sentences of the decision, then the recommendation points that were approved and
 * name someone. A point that a sentence of the decision says again counts once.
 */
export function readCommitments(
  decision: readonly Block[],
  recommendation: Recommendation | null,
  outcomes: readonly Outcome[],
  meetingDate: string,
): Commitment[] {
  const decided = decision.flatMap((block) => readBlock(block, meetingDate));
  const recommended = approvedPoints(recommendation?.points ?? [], outcomes).flatMap((point) => {
    const text = point.replace(/^at /u, '');
    const commitment = readSentence(text, findDue(text, meetingDate));
    // A date alone is part of what was approved ("at mødet holdes den 27. april"); a limit is someone's to keep.
    const isPromise =
      commitment !== undefined && (commitment.owner !== null || deadlineWords.test(commitment.dueText ?? ''));
    return isPromise && isOfOthers(commitment.owner) ? [{ ...commitment, text: point }] : [];
  });
  return [...decided, ...recommended.filter((commitment) => !decided.some((other) => saysSame(commitment, other)))];
}

function readBlock(block: Block, meetingDate: string): Commitment[] {
  const commitments: Commitment[] = [];
  for (const { text } of splitSentences(block.text)) {
    if (text.length < shortestSentence || text.length > longestSentence) continue;
    const before = commitments.at(-1);
    const due = findDue(text, meetingDate);
    if (deadlineSentence.test(text) && due !== undefined) {
      // "Deadline for dette arbejde er …" dates the promise in the sentence before it.
      const isOpen = before !== undefined && before.due === null && block.text.includes(`${before.text} ${text}`);
      if (isOpen) commitments.pop();
      commitments.push(
        isOpen
          ? { ...before, text: `${before.text} ${text}`, ...dueFields(due) }
          : { text, owner: null, ...dueFields(due) },
      );
      continue;
    }
    const commitment = readSentence(text, due);
    if (commitment !== undefined) commitments.push(commitment);
  }
  return commitments;
}

function readSentence(text: string, due: DueMention | undefined): Commitment | undefined {
  const promise = readPromise(text, due?.begins === true ? undefined : due);
  return promise === undefined ? undefined : { text, owner: promise.owner, ...dueFields(due) };
}

function dueFields(due: DueMention | undefined): Pick<Commitment, 'due' | 'dueText' | 'meeting' | 'inferred'> {
  if (due === undefined) return { due: null, dueText: null, meeting: null, inferred: false };
  return { due: due.due, dueText: due.text, meeting: due.meeting, inferred: due.inferred };
}

/** The points an approval covers: all of them, or the one it names. */
function approvedPoints(points: readonly string[], outcomes: readonly Outcome[]): string[] {
  const approved = outcomes.filter(({ code }) => code === 'approved' || code === 'approved_with_remarks');
  return points.filter((_, index) => approved.some(({ point }) => point === null || point === index + 1));
}

/** "at Chefforum udpeger …" is done in the meeting itself. */
function isOfOthers(owner: string | null): boolean {
  return owner === null || !/^(?:chefforum|cf|forummet)$/iu.test(owner);
}

/** The same owner, and most of the point's words. */
function saysSame(point: Commitment, sentence: Commitment): boolean {
  if (point.owner?.toLowerCase() !== sentence.owner?.toLowerCase()) return false;
  const said = new Set(contentWords(sentence.text));
  const words = contentWords(point.text);
  return words.filter((word) => said.has(word)).length * 2 >= words.length;
}

function contentWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3);
}
