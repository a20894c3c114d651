import { splitSentences } from '../danish/sentences.js';
import type { Recommendation } from '../domain/agenda-item.js';
import type { Outcome, OutcomeCode } from '../domain/outcome.js';
import type { Block } from './blocks.js';
import {
  activeVerbs,
  forumWords,
  itemItself,
  otherBody,
  otherClause,
  passiveVerbs,
  quietNominations,
  remarks,
  saysNothing,
} from './phrases/outcome-phrases.js';
import { pointAnswered, pointNamed } from './point-answered.js';
import { abbreviationOf } from './read-title.js';

type Spoken = keyof typeof activeVerbs;

/** A verb of decision found in a sentence. */
interface Found {
  code: OutcomeCode;
  at: number;
  end: number;
}

/** Longer sentences are lists without full stops; their end decides nothing. */
const longestSentence = 1500;

/** "Udgår": the shortest word that says what became of an item. */
const shortestSentence = 5;

/**
 * What became of an item, read from its decision alone. One outcome for each thing done; a recommendation point's number where the words
 * name it or fit one point only.
 *
 * - The forum must be the one who acts, or nobody may be named: "Byrådet besluttede …", "som ikke blev tiltrådt" tell of something else.
 * - `approved_with_remarks`: the sentence that approves also says "med følgende bemærkninger", "med den ændring", "idet", "dog".
 * - `postponed`, `withdrawn`: said of the item itself.
 * - `none`: "Intet.", a lone full stop. `unclassified`: words, but none of the above. No decision: no outcome.
 */
export function readOutcomes(
  decision: readonly Block[],
  recommendation: Recommendation | null,
  forum: string,
): Outcome[] {
  const text = decision.map((block) => block.text).join(' ');
  if (decision.length === 0) return [];
  if (saysNothing(text)) return [{ code: 'none', point: null, text: text.trim() }];
  const points = recommendation?.points ?? [];
  const names = new Set([...forumWords, forum.toLowerCase(), abbreviationOf(forum).toLowerCase()]);
  const outcomes: Outcome[] = [];
  for (const block of decision) {
    for (const sentence of splitSentences(block.text)) {
      for (const outcome of readSentence(sentence.text, block, points, names)) addOnce(outcomes, outcome);
    }
  }
  if (outcomes.length > 0) return withoutRepeats(outcomes);
  return [{ code: 'unclassified', point: null, text: splitSentences(decision[0]?.text ?? '')[0]?.text ?? text }];
}

function readSentence(
  sentence: string,
  block: Block,
  points: readonly string[],
  names: ReadonlySet<string>,
): Outcome[] {
  const cut = sentence.slice(0, longestSentence);
  if (cut.length < shortestSentence) return [];
  const found = findVerbs(cut, names);
  if (!found.some(({ code }) => code === 'nominated') && isQuietNomination(cut, points)) {
    found.push({ code: 'nominated', at: 0, end: cut.length });
  }
  return found.map(({ code, at, end }, index) => {
    const next = found[index + 1]?.at ?? cut.length;
    const named =
      pointNamed(cut.slice(end, next)) ??
      (found.length === 1 ? pointNamed(cut) : null) ??
      (at <= 1 && block.number !== null && block.number <= points.length ? block.number : null);
    const inferred =
      code === 'nominated' ? nominationPoint(points) : pointAnswered(cut.slice(0, at), cut.slice(end, next), points);
    const isRemarked = code === 'approved' && remarks.some((pattern) => pattern.test(cut.slice(end).toLowerCase()));
    const isNamingOnly = found.some((other) => other.code === 'nominated') && !remarks[0].test(cut.toLowerCase());
    return {
      code: isRemarked && !isNamingOnly ? 'approved_with_remarks' : code,
      point: points.length > 1 ? (named ?? inferred) : null,
      text: sentence,
    };
  });
}

/** @param names what the forum is called, in small letters */
function findVerbs(sentence: string, names: ReadonlySet<string>): Found[] {
  const lower = sentence.toLowerCase();
  const found: Found[] = [];
  for (const code of Object.keys(activeVerbs) as Spoken[]) {
    const active = firstWhere(lower, activeVerbs[code], (at, end) => isForumActing(lower, at, end, names));
    const passive = active ?? firstWhere(lower, passiveVerbs[code], (at, end) => isDone(lower, at, end, code));
    if (passive !== undefined) found.push({ code, ...passive });
  }
  return found.sort((a, b) => a.at - b.at);
}

function firstWhere(
  text: string,
  pattern: RegExp,
  holds: (at: number, end: number) => boolean,
): { at: number; end: number } | undefined {
  // Most sentences hold no such verb, and going through the matches makes a copy of the pattern first.
  if (text.search(pattern) < 0) return undefined;
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (holds(match.index, end)) return { at: match.index, end };
  }
  return undefined;
}

/** "Chefforum godkendte", "Herefter godkendte Chefforum", "… og drøftede", or the verb alone at the beginning. */
function isForumActing(lower: string, at: number, end: number, names: ReadonlySet<string>): boolean {
  const before = wordsOf(lower.slice(Math.max(0, at - 120), at));
  const after = wordsOf(lower.slice(end, end + 60));
  const isForum = (word: string | undefined) => word !== undefined && names.has(word);
  const subject = before.at(-1);
  // "… som Chefforum besluttede den 14. november": told again, not decided.
  if (/^(?:som|der|hvilket|hvad)$/u.test(subject ?? '') || (isForum(subject) && before.at(-2) === 'som')) return false;
  if (subject === undefined) return !otherBody.test(after[0] ?? '');
  if (isForum(subject) || isForum(after[0])) return true;
  if (otherBody.test(subject) || otherBody.test(after[0] ?? '')) return false;
  return (
    before.some((word) => names.has(word)) &&
    /(?:^|[\s,])(?:og|samt|men|derefter|herefter|også|enstemmigt|endvidere|desuden|efterfølgende|herudover)$/u.test(
      before.join(' '),
    )
  );
}

/** "Indstillingen blev godkendt", "Godkendt.", "Punktet udsættes"; not "som blev godkendt", "skal godkendes", "ikke godkendt". */
function isDone(lower: string, at: number, end: number, code: Spoken): boolean {
  const before = lower.slice(0, at);
  const clause = before.slice(Math.max(before.lastIndexOf(',') + 1, before.length - 160));
  if (code === 'postponed' || code === 'withdrawn')
    return itemItself.test(before.slice(-160)) && !/ikke\s*$/u.test(before);
  const by = /^\s+(?:i|af|på) (\p{L}+)/u.exec(lower.slice(end, end + 60))?.[1];
  if (by !== undefined && otherBody.test(by)) return false;
  if (/(?:^|\s)ikke\s*$/u.test(before) || otherClause.test(clause)) return false;
  // The bare participle of a note ("Dagsorden og referat godkendt") stands in a short sentence; else "blev" or "er" carries it.
  return (
    before.trim() === '' ||
    /(?:^|\s)(?:blev|er|blevet|hermed|enstemmigt|også)\s*$/u.test(before) ||
    wordsOf(before).length <= 8
  );
}

/** Someone takes on what a point asked the forum to find people for. */
function isQuietNomination(sentence: string, points: readonly string[]): boolean {
  return nominationPoint(points) !== null || points.some(asksForPeople)
    ? quietNominations.some((p) => p.test(sentence))
    : false;
}

function asksForPeople(point: string): boolean {
  return /(?<!\p{L})(?:udpeg|valg af|vælges|findes|nedsæt)/u.test(point.toLowerCase());
}

function nominationPoint(points: readonly string[]): number | null {
  const asking = points.flatMap((point, index) => (asksForPeople(point) ? [index + 1] : []));
  return asking.length === 1 ? (asking[0] ?? null) : null;
}

function addOnce(outcomes: Outcome[], outcome: Outcome): void {
  if (!outcomes.some(({ code, point }) => code === outcome.code && point === outcome.point)) outcomes.push(outcome);
}

/** An outcome of the whole item says it for each of its points. */
function withoutRepeats(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(
    ({ code, point }) => point === null || !outcomes.some((other) => other.code === code && other.point === null),
  );
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}.-]+/u).filter((word) => word !== '');
}
