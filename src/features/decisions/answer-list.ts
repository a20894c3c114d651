import { analyseText } from '../../search/analyse-text.js';
import { findEvidence } from '../../search/evidence.js';
import { findPersons } from '../../search/find-persons.js';
import { type Passage, splitPassages } from '../../search/passages.js';
import type { Query } from '../../search/query.js';
import type { StoredItem } from '../../store/ports.js';
import {
  answerWith,
  evidenceSource,
  type ItemAnswer,
  pointsInSentence,
  withoutDetail,
  withoutMark,
  worthBy,
} from './item-answer.js';
import { phrases } from './phrases.js';
import { shorten } from './quote.js';
import type { Question } from './read-question.js';

/** The list a passage is in, or introduces; empty where it is neither. */
function listOf(passage: Passage, passages: readonly Passage[]): Passage[] {
  const group = passages.filter((one) => one.group === passage.group && one.sectionIndex === passage.sectionIndex);
  const points = group.filter((one) => one.kind === 'point');
  if (passage.kind === 'point') return points;
  return points[0]?.under === passage.text ? points : [];
}

/** "a, b og c" in one sentence is as good a list as any. */
const enumerates = (text: string): boolean => /\p{L}, [^.]{1,120} og \p{L}/u.test(text);

/** How much more a list answers "hvilke …" than a sentence that has none; measured on question sets (see `eval/`). */
const gains = { asMany: 2.5, departments: 1.5, list: 1.3, enumeration: 1.2, recommendation: 0.7 };

/** "hvilke tre vejprojekter": the things are to be named, not counted once more. */
const isNumeral = (text: string): boolean =>
  /^(?:\d{1,2}|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv)$/iu.test(text);

/** "a, b og c", where what follows the comma is no clause of its own. */
const namesSeveral = /\p{L}, (?!at |som |der |og |men |hvor|så |fordi )[^.,]{1,60}(?:, [^.,]{1,60})* og \p{L}/u;

const pairOfNames = /\p{Lu}[\p{L}& ]{1,100} og \p{Lu}/u;

const countedThings = /hvilke (?:\d{1,2}|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv) (?:\p{L}+ )?(\p{L}+)/iu;

const numerals = ['nul', 'en', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti', 'elleve', 'tolv'];

/** The 5 of "hvilke fem systemer"; 0 where no number is given. */
function numberAsked(text: string): number {
  const typed = /(?:hvilke|de) (\d{1,2}|\p{L}+)(?!\p{L})/iu.exec(text)?.[1]?.toLowerCase() ?? '';
  return /^\d/.test(typed) ? Number(typed) : Math.max(0, numerals.indexOf(typed));
}

/** "Tre vejprojekter er udskudt": the passage counts what was asked for and names none of it. */
function onlyCounts(text: string, question: Question): boolean {
  const asked = new Set(question.words.filter(({ namesKind }) => namesKind).flatMap(({ unit }) => [...unit.terms]));
  const counted = analyseText(text).filter(
    (unit, index, units) =>
      unit.terms.some((term) => asked.has(term) || asked.has(term.replace('~', ''))) &&
      units.slice(Math.max(0, index - 2), index).some((before) => isNumeral(before.text)),
  );
  if (!countedThings.test(question.text) && counted.length === 0) return false;
  const counts = analyseText(text).some((unit) => isNumeral(unit.text));
  return counts && !namesSeveral.test(text) && !/:\s*\S/u.test(text) && !pairOfNames.test(text);
}

/** The points of a list that do not stand under another of its points. */
function topPoints(points: readonly Passage[]): readonly Passage[] {
  const numbered = points.filter(({ text }) => /^\s*\d/.test(text));
  return numbered.length > 0 && /^\s*\d/.test(points[0]?.text ?? '') ? numbered : points;
}

/** The item's list of just so many points, where another passage only says how many there are. */
function countedList(passages: readonly Passage[], counts: ReadonlySet<number>): readonly Passage[] {
  const points = passages.filter(({ kind, section }) => kind === 'point' && section !== 'recommendation');
  const groups = [...new Set(points.map(({ group }) => group))];
  const lists = groups.map((group) => topPoints(points.filter((point) => point.group === group)));
  const [only, other] = lists.filter((list) => list.length > 1 && counts.has(list.length));
  return only !== undefined && other === undefined ? only : [];
}

/** The numbers a text counts by, in figures or in words. */
const numbersIn = (text: string): Set<number> =>
  new Set(
    analyseText(text)
      .filter((unit) => isNumeral(unit.text))
      .map(({ text: word }) => (/^\d/.test(word) ? Number(word) : numerals.indexOf(word.toLowerCase()))),
  );

const asksForDepartments = /hvilke (?:afdelinger|områder|enheder|chefer|direktører|personer|ledere)/u;

/** "hvilke …": the whole list the question is about, or the sentence that names the things. */
export function answerList(stored: StoredItem, question: Question, query: Query): ItemAnswer | undefined {
  const passages = splitPassages(stored.item.sections);
  const howMany = numberAsked(question.text);
  const all = findEvidence(stored.item, query, 'list', question.wish);
  const worth = worthBy(all);
  const [best] = all
    .filter(({ passage }) => passage.kind !== 'heading')
    .map((evidence) => {
      const { passage } = evidence;
      const list = listOf(passage, passages);
      const points = list.length === howMany ? gains.asMany : gains.list;
      const gain = list.length > 1 ? points : enumerates(passage.text) ? gains.enumeration : 1;
      const names = asksForDepartments.test(question.text.toLowerCase()) ? findPersons(passage.text).length : 0;
      const named = names > 1 ? gains.departments : 1;
      const loss = passage.section === 'recommendation' ? gains.recommendation : 1;
      return { evidence, list, score: evidence.score * gain * named * loss };
    })
    .sort((one, other) => other.score - one.score);
  if (best === undefined) return undefined;
  const { evidence } = best;
  const counts = best.list.length < 2 && onlyCounts(evidence.passage.text, question);
  const list = counts
    ? countedList(passages, howMany > 0 ? new Set([howMany]) : numbersIn(evidence.passage.text))
    : best.list;
  if (list.length < 2 && onlyCounts(evidence.passage.text, question))
    return withoutDetail(phrases.detailMissing(stored.item.topic, stored.meetingDate, 'list'), [
      evidenceSource(stored, evidence),
    ]);
  if (list.length < 2)
    return answerWith({ firstLine: shorten(withoutMark(evidence.passage.text)) }, [
      evidenceSource(stored, evidence, { worth }),
    ]);
  const names = pointsInSentence(list);
  const under = list[0]?.under ?? '';
  const opening = under === '' ? phrases.listed(list.length) : shorten(under.replace(/[.:,]$/, ''), 200);
  return answerWith({ firstLine: `${opening}:`, sentence: `${shorten(names, 600)}.` }, [
    evidenceSource(
      stored,
      {
        ...evidence,
        passage: evidence.passage.group === list[0]?.group ? evidence.passage : (list[0] ?? evidence.passage),
      },
      { wholeList: true, worth },
    ),
  ]);
}
