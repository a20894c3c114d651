import { derivedStems } from '../danish/derivations.js';
import { danishDictionary } from '../danish/dictionary.js';
import { isGeneralWord } from '../danish/general-words.js';
import { repairWord } from '../danish/repair-word.js';
import { forumSynonyms, type SynonymTable } from '../danish/synonyms.js';
import { wordForm } from '../danish/word-forms.js';
import type { Unit } from './analyse-text.js';
import type { ArchiveWords } from './archive-words.js';
import type { Alternative, Concept, Query, StatedDate } from './query.js';
import { partTerm, yearTerm } from './terms.js';

/** A word of the question that may say what it is about. */
export interface QuestionWord {
  unit: Unit;
  weak: boolean;
  /** The noun after "hvor mange" or "hvilken": what the answer must speak of. */
  namesKind?: boolean;
  /** The word right after it in the question, telling or not: "kommune med" may be "KommuneMED". */
  after?: Unit;
  /** Less than 1 for the words of the question before, in a follow-up. */
  share: number;
}

/** What the archive says of terms: how many entries there are, and in how many each term stands. */
export interface TermCounts {
  total: number;
  byTerm: ReadonlyMap<string, number>;
}

export interface Archive {
  count(terms: readonly string[]): Promise<TermCounts>;
  words(): Promise<ArchiveWords>;
  /** Ways to say a thing that are this archive's own, beside the forum's usual ones: its departments' names. */
  synonyms?: SynonymTable;
}

/** How much each way of reading a word counts; measured on question sets (see `eval/`). */
const weights = {
  insideLonger: 0.6,
  synonym: 0.5,
  joined: 1,
  oneSlip: 0.8,
  slipOfTheArchive: 0.6,
  twoSlips: 0.6,
  related: 0.5,
  derived: 0.6,
  apart: 0.5,
  partOfKnown: 0.25,
  partOfUnknown: 0.7,
  shortYear: 0.8,
};

interface Draft {
  word: QuestionWord;
  /** The Danish word it was meant to be, folded, where it was misspelt. */
  meant?: string | undefined;
  alternatives: Alternative[];
  parts: readonly string[];
  /** One of the forum's own expressions. */
  isTerm: boolean;
}

const ownTerms = (stem: string, weight: number): Alternative[] => [
  { terms: [stem], weight },
  { terms: [partTerm(stem)], weight: weight * weights.insideLonger },
];

/** "budgetforslag" is also "forslag til budget": both parts in one field. */
function takenApart(parts: readonly string[]): Alternative[] {
  if (parts.length !== 2) return [];
  return [{ terms: parts, weight: weights.apart }];
}

/** Synonyms of the expression that begins at a place; an expression may span several words. */
function synonymsAt(
  stems: readonly string[],
  place: number,
  own: SynonymTable | undefined,
): { alternatives: Alternative[]; length: number } {
  const found: Alternative[] = [];
  let length = 1;
  const stem = stems[place] ?? '';
  for (const { expression, others } of [...(forumSynonyms().get(stem) ?? []), ...(own?.get(stem) ?? [])]) {
    if (!expression.every((stem, index) => stems[place + index] === stem)) continue;
    length = Math.max(length, expression.length);
    for (const other of others)
      found.push({ terms: other, weight: weights.synonym }, ...(other.length === 1 ? [insideSynonym(other)] : []));
  }
  return { alternatives: found, length };
}

const insideSynonym = (other: readonly string[]): Alternative => ({
  terms: other.map(partTerm),
  weight: weights.synonym * weights.insideLonger,
});

/** Two neighbours read as one word ("kommunikations gruppen", "anlægs plan"), with the linking letters Danish uses. */
function joinedStems(first: Unit, second: Unit): string[] {
  if (first.kind !== 'word' || second.kind !== 'word') return [];
  const joints = ['', 's', 'e'].map((joint) => first.folded + joint + second.folded);
  return [...new Set(joints.map((joined) => wordForm(joined).stem))];
}

/** With a function word only a name of the archive's own is meant ("KommuneMED"), never a word of the dictionary. */
function joinedName(first: Unit, second: Unit): string[] {
  const joined = first.folded + second.folded;
  return second.kind !== 'word' || danishDictionary().has(joined) ? [] : [wordForm(joined).stem];
}

interface Pair {
  label: string;
  /** The telling words in it: one or both. */
  words: QuestionWord[];
  stems: string[];
}

const areNeighbours = (first: Unit, second: Unit): boolean => {
  const gap = second.start - first.end;
  return gap >= 1 && gap <= 2;
};

function neighbourPairs(words: readonly QuestionWord[]): Pair[] {
  const pairs: Pair[] = [];
  for (const word of words) {
    const { unit, after } = word;
    const next = words.find((other) => other.unit === after);
    if (after !== undefined && areNeighbours(unit, after))
      pairs.push({
        label: `${unit.text} ${after.text}`,
        words: next === undefined ? [word] : [word, next],
        stems: next === undefined ? joinedName(unit, after) : joinedStems(unit, after),
      });
  }
  return pairs;
}

/** Two figures may be a year as people say it: "trivselsmåling 22", "katalog 25". */
function numberReadings(number: string): Alternative[] {
  const own = { terms: [number], weight: 1 };
  return /^[1-3]\d$/.test(number)
    ? [own, { terms: [yearTerm(2000 + Number(number))], weight: weights.shortYear }]
    : [own];
}

const allTerms = (alternatives: readonly Alternative[]): string[] =>
  alternatives.flatMap((alternative) => [...alternative.terms]);

/** How rare the best way to find a concept is. A word nobody has written is as rare as can be. */
function rarityOf(alternatives: readonly Alternative[], counts: TermCounts): { rarity: number; found: boolean } {
  let entries = 0;
  for (const { terms, weight } of alternatives) {
    const least = leastCount(terms, counts);
    if (weight >= 0.5) entries = Math.max(entries, least);
    else if (entries === 0) entries = least;
  }
  return { rarity: rarityOfCount(entries, counts), found: entries > 0 };
}

const leastCount = (terms: readonly string[], counts: TermCounts): number =>
  Math.min(...terms.map((term) => counts.byTerm.get(term) ?? 0));

const rarityOfCount = (entries: number, { total }: TermCounts): number =>
  Math.log(1 + (total - entries + 0.5) / (entries + 0.5));

/**
 * The alternatives the archive holds, each with its own rarity: a common synonym of a rare word says no more than common words do, and a
 * rare synonym no more than the word that was asked for.
 */
function written(alternatives: readonly Alternative[], counts: TermCounts): Alternative[] {
  const [own] = alternatives;
  const asked = own === undefined ? 0 : leastCount(own.terms, counts);
  return alternatives.flatMap((alternative) => {
    const entries = leastCount(alternative.terms, counts);
    return entries === 0 ? [] : [{ ...alternative, rarity: rarityOfCount(Math.max(entries, asked), counts) }];
  });
}

/**
 * Nouns, names and words nobody knows say what a question is about; verbs and adjectives say less, everyday words least.
 *
 * @param isTerm it is one of the forum's own expressions, as "AI", which the dictionary knows as a cry
 */
function importanceOf(word: QuestionWord, isTerm: boolean): number {
  if (word.weak) return 0.25;
  if (word.unit.kind !== 'word') return 1;
  if (isGeneralWord(word.unit.folded)) return 0.4;
  const { wordClass } = wordForm(word.unit.folded);
  if (wordClass === 'other') return isTerm ? 1 : 0.55;
  if (wordClass === 'verb') return 0.55;
  return wordClass === 'adjective' ? 0.7 : 1;
}

/** Words nobody knows are few in a question; in a pasted page only the first are worth the time. */
const mostRepairs = 2;

/** The ways to find a word that was spelled right by guessing. */
const readingsOf = (folded: string): Alternative[] => [
  ...ownTerms(wordForm(folded).stem, weights.oneSlip),
  ...takenApart(wordForm(folded).parts),
];

/** Neither the dictionary nor the archive has it or a word near it, and it is no name. */
const isUnknown = ({ word: { unit } }: Draft, words: ArchiveWords): boolean =>
  !wordForm(unit.folded).known && !/^\p{Lu}/u.test(unit.text) && words.nearest(unit.folded).length === 0;

function spellRight(draft: Draft): void {
  draft.meant = repairWord(draft.word.unit.folded);
  if (draft.meant === undefined) return;
  draft.alternatives.push(...readingsOf(draft.meant));
  draft.parts = wordForm(draft.meant).parts;
}

async function repair(drafts: readonly Draft[], archive: Archive, counts: TermCounts): Promise<void> {
  const lost = drafts.filter(
    (draft) =>
      draft.word.unit.kind === 'word' &&
      draft.alternatives.every(({ terms }) => terms.some((term) => (counts.byTerm.get(term) ?? 0) === 0)),
  );
  if (lost.length === 0) return;
  const words = await archive.words();
  for (const draft of lost.filter((one) => isUnknown(one, words)).slice(0, mostRepairs)) spellRight(draft);
  for (const draft of lost) {
    const { folded } = draft.word.unit;
    const form = wordForm(folded);
    for (const { word, distance } of words.nearest(folded)) {
      // A word the dictionary has was hardly misspelt in the question, but a long one may be in the minutes.
      if (form.known && (distance > 1 || folded.length < 10)) continue;
      const guess = distance === 1 ? weights.oneSlip : weights.twoSlips;
      draft.alternatives.push(...ownTerms(wordForm(word).stem, form.known ? weights.slipOfTheArchive : guess));
    }
    for (const word of words.related(folded))
      draft.alternatives.push({ terms: [wordForm(word).stem], weight: weights.related });
  }
}

/** The Danish word a draft stands for, if any. */
function meantBy({ word, meant }: Draft): Pick<Concept, 'meant'> {
  if (meant !== undefined) return { meant };
  const { kind, folded } = word.unit;
  return kind === 'word' && wordForm(folded).known ? { meant: folded } : {};
}

function partConcepts(draft: Draft, known: boolean, counts: TermCounts): Concept[] {
  const weight = known ? weights.partOfKnown : weights.partOfUnknown;
  return draft.parts.map((part) => {
    const alternatives = ownTerms(part, weight);
    return { label: part, kind: 'part', importance: draft.word.share, alternatives, ...rarityOf(alternatives, counts) };
  });
}

/**
 * Turns the telling words of a question into concepts: inflections, compounds and their parts, neighbours joined, slips
 * of the finger repaired from the archive's own words, synonyms of the forum. Asks the archive what it knows on the way.
 */
export async function buildQuery(
  words: readonly QuestionWord[],
  dates: readonly Omit<StatedDate, 'found'>[],
  archive: Archive,
): Promise<Query> {
  const stems = words.map((word) => word.unit.terms[0] ?? '');
  const phrases: { label: string; alternatives: Alternative[]; share: number }[] = [];
  const drafts: Draft[] = words.map((word, place) => {
    const [first = ''] = word.unit.terms;
    if (word.unit.kind !== 'word')
      return {
        word,
        alternatives: numberReadings(word.unit.terms[0] ?? ''),
        parts: [],
        isTerm: false,
      };
    const synonyms = synonymsAt(stems, place, archive.synonyms);
    const alternatives = ownTerms(first, 1);
    if (!word.weak && !isGeneralWord(word.unit.folded))
      alternatives.push(...derivedStems(word.unit.folded).map((stem) => ({ terms: [stem], weight: weights.derived })));
    alternatives.push(...takenApart(wordForm(word.unit.folded).parts));
    if (synonyms.length === 1) alternatives.push(...synonyms.alternatives);
    else phrases.push({ label: word.unit.text, alternatives: synonyms.alternatives, share: word.share });
    const isTerm = synonyms.alternatives.length > 0;
    return { word, alternatives, parts: wordForm(word.unit.folded).parts, isTerm };
  });
  const pairs = neighbourPairs(words);

  const wanted = [
    ...drafts.flatMap((draft) => [...allTerms(draft.alternatives), ...draft.parts, ...draft.parts.map(partTerm)]),
    ...phrases.flatMap((phrase) => allTerms(phrase.alternatives)),
    ...pairs.flatMap((pair) => pair.stems.flatMap((stem) => [stem, partTerm(stem)])),
    ...dates.map((date) => date.term),
  ];
  let counts = await archive.count([...new Set(wanted)]);

  // A pair the archive writes as one word is that word; its halves then only help.
  const halves = new Set<QuestionWord>();
  const joined: Concept[] = [];
  for (const { label, words: telling, stems: candidates } of pairs) {
    const written = candidates.filter(
      (stem) => (counts.byTerm.get(stem) ?? 0) > 0 || (counts.byTerm.get(partTerm(stem)) ?? 0) > 0,
    );
    if (written.length === 0) continue;
    for (const word of telling) halves.add(word);
    const alternatives = written.flatMap((stem) => ownTerms(stem, weights.joined));
    const importance = telling[0]?.share ?? 1;
    joined.push({ label, kind: 'word', importance, alternatives, ...rarityOf(alternatives, counts) });
  }

  await repair(
    drafts.filter((draft) => !halves.has(draft.word)),
    archive,
    counts,
  );
  const repaired = drafts
    .flatMap((draft) => [...allTerms(draft.alternatives), ...draft.parts, ...draft.parts.map(partTerm)])
    .filter((term) => !counts.byTerm.has(term));
  if (repaired.length > 0) {
    const more = await archive.count([...new Set(repaired)]);
    counts = { total: counts.total, byTerm: new Map([...counts.byTerm, ...more.byTerm]) };
  }

  const concepts = drafts.flatMap((draft): Concept[] => {
    const rarity = rarityOf(draft.alternatives, counts);
    const isHalf = halves.has(draft.word);
    const kind = draft.word.unit.kind === 'word' ? (draft.word.weak ? 'weak' : 'word') : unitKind(draft.word.unit);
    const own: Concept = {
      label: draft.word.unit.text,
      kind: isHalf ? 'part' : kind,
      importance: importanceOf(draft.word, draft.isTerm) * draft.word.share * (isHalf ? 0.4 : 1),
      alternatives: written(draft.alternatives, counts),
      ...meantBy(draft),
      ...(draft.word.namesKind && { namesKind: true }),
      ...(draft.word.share < 1 && { fromBefore: true as const }),
      ...rarity,
    };
    return [own, ...(draft.word.weak ? [] : partConcepts(draft, rarity.found, counts))];
  });
  const phraseConcepts = phrases.map(({ label, alternatives, share }): Concept => {
    const rarity = rarityOf(alternatives, counts);
    return { label, kind: 'part', importance: share, alternatives, ...rarity };
  });
  const stated: StatedDate[] = dates.map((date) => ({ ...date, found: (counts.byTerm.get(date.term) ?? 0) > 0 }));
  return { concepts: [...joined, ...concepts, ...phraseConcepts], dates: stated, entryCount: counts.total };
}

const unitKind = (unit: Unit): 'number' | 'case_number' => (unit.kind === 'case_number' ? 'case_number' : 'number');
