import type { AskedFor } from '../danish/question-words.js';
import type { AgendaItem, Section, SectionKind } from '../domain/agenda-item.js';
import { BoundedCache } from '../domain/bounded-cache.js';
import { analyseText, termsOfText, termsOfUnits } from './analyse-text.js';
import { findAskedFor } from './answer-types.js';
import type { Found } from './found.js';
import { type Passage, splitPassages } from './passages.js';
import type { Concept, Query } from './query.js';
import { strengthIn } from './support.js';

/** A passage with how well it answers. */
export interface Evidence {
  passage: Passage;
  score: number;
  /** Things of the kind asked for that stand in it, the one nearest to the asked words first; undefined where the kind has no form. */
  found: Found[] | undefined;
  /** 0–1: share of what was asked (beyond the item's title) that stands in the passage or right above it. */
  coverage: number;
}

/** How likely a section is to hold what a chef asks for, other things equal. */
const sectionWeight: Partial<Record<SectionKind, number>> = {
  decision: 1.15,
  recommendation: 0.85,
  summary: 0.95,
  occasion: 0.9,
  attachments: 0.75,
  absent: 0.1,
  vision: 0.8,
  economy: 0.95,
};

/** A thing of a kind that may be asked for, with the terms of its words. */
interface Mention {
  found: Found;
  terms: readonly string[];
}

interface Read {
  passage: Passage;
  terms: Set<string>;
  underTerms: ReadonlySet<string>;
  places: Map<string, number[]>;
  wordCount: number;
  /** By kind, those that were asked for before; undefined where the kind has no form. */
  mentions: Map<AskedFor, readonly Mention[] | undefined>;
}

/** An item taken apart. */
interface ReadItem {
  titleTerms: ReadonlySet<string>;
  reads: readonly Read[];
}

/** With initials, so that "ÆSH" is found in "Ældre, Sundhed & Handicap". */
const termsOf = (text: string): string[] => termsOfText(text).split(' ');

function readPassage(passage: Passage, termsAbove: (text: string) => Set<string>): Read {
  const places = new Map<string, number[]>();
  const units = analyseText(passage.text);
  for (const { terms, start } of units)
    for (const term of terms) {
      const known = places.get(term);
      if (known === undefined) places.set(term, [start]);
      else known.push(start);
    }
  const written = passage.text.normalize('NFC');
  const ofText = written === passage.text ? termsOfUnits(written, units) : termsOf(written);
  const above = passage.under === passage.heading ? passage.under : `${passage.heading}\n${passage.under}`;
  return {
    passage,
    terms: new Set([...places.keys(), ...ofText]),
    underTerms: termsAbove(above),
    places,
    wordCount: units.length,
    mentions: new Map(),
  };
}

/** The things of the asked kind in a passage, in order. */
function mentionsIn({ passage, mentions }: Read, asked: AskedFor): readonly Mention[] | undefined {
  if (mentions.has(asked)) return mentions.get(asked);
  // "Kommunaldirektøren indstiller," names nobody who was asked for.
  const found = opensRecommendation.test(passage.text) ? [] : findAskedFor(asked, passage.text);
  const own = found?.map((one) => ({
    found: one,
    terms: analyseText(one.text).map((unit) => unit.terms[0] ?? ''),
  }));
  mentions.set(asked, own);
  return own;
}

/** Nearest to the asked terms first; the order of the text between equals. */
function byNearness(found: readonly Found[], terms: readonly string[], read: Read): Found[] {
  if (found.length < 2) return [...found];
  const places = terms.flatMap((term) => read.places.get(term) ?? []);
  const distance = ({ start, end }: Found) =>
    Math.min(10_000, ...places.map((place) => (place < start ? start - place : Math.max(0, place - end))));
  return [...found].sort((one, other) => distance(one) - distance(other) || one.start - other.start);
}

/** What the asker wants beside the kind of thing. */
export interface Wish {
  /** An address to write to. */
  contact?: boolean;
  /** A document. */
  document?: boolean;
  /** Nothing was asked, only a topic named: a document of that name is as good an answer as any. */
  bare?: boolean;
}

/** A passage with what was asked for is worth more than one without, and more the better it answers. */
function typeFactor(found: readonly Found[] | undefined, asked: AskedFor, wish: Wish): number {
  if (found === undefined) return 1;
  if (found.length === 0) return 0.55;
  if (wish.contact === true && found.some((one) => one.text.includes('@'))) return 2.6;
  const best = Math.max(...found.map((one) => one.quality));
  const full = found.filter((one) => one.quality === 1).length;
  // Only what is said to be the latest day is a deadline.
  if (asked === 'deadline') return 0.4 + 1.8 * best;
  const several = asked === 'nomination' || asked === 'person' ? 0.25 * Math.min(4, Math.max(0, full - 1)) : 0;
  return 1 + 0.6 * best + several;
}

const opensRecommendation = /indstiller[,:]?$/u;

function sectionWeightFor(passage: Passage, asked: AskedFor, wish: Wish): number {
  const usual = sectionWeight[passage.section] ?? 1;
  // "at status drøftes" says what was to be done with the item, and nothing of what is in it.
  if (passage.section === 'recommendation' && /drøftes|til efterretning/u.test(passage.text)) return 0.5 * usual;
  // "Kommunaldirektøren indstiller," says nothing without its points.
  if (opensRecommendation.test(passage.text)) return 0.1 * usual;
  const heading = passage.kind === 'heading' ? 0.75 : 1;
  if (passage.section === 'decision' && (asked === 'decision' || asked === 'nomination')) return 1.3;
  if (passage.section === 'attachments' && wish.document === true) return 1.3;
  return usual * heading;
}

/** Of two passages with the same words, the shorter is more about them. Words; 18 is a usual sentence. */
const shortness = (wordCount: number): number => Math.max(0.8, Math.min(1.1, 1 / (0.85 + (0.15 * wordCount) / 18)));

/** Letters of the items kept for the next questions: some hundred of usual length, about 6 MB. */
const keptLetters = 120_000;

/** An item that is given a date later on keeps the list of its sections. */
const recentItems = new BoundedCache<readonly Section[], ReadItem>(keptLetters, (sections) =>
  sections.reduce((sum, { text }) => sum + text.length, 200),
);

/** The item's passages with their terms; the same item is often weighed more than once for a question. */
function readItem({ sections, topic }: AgendaItem): ReadItem {
  const known = recentItems.get(sections);
  if (known !== undefined) return known;
  // A heading stands above many passages.
  const above = new Map<string, Set<string>>();
  const termsAbove = (text: string): Set<string> => {
    const terms = above.get(text) ?? new Set(termsOf(text));
    above.set(text, terms);
    return terms;
  };
  const reads = splitPassages(sections).map((passage) => readPassage(passage, termsAbove));
  const item = { titleTerms: new Set(termsOf(topic)), reads };
  recentItems.put(sections, item);
  return item;
}

/** 0–1: how surely an item says a concept, in its title or anywhere below it. */
export function strengthInItem(item: AgendaItem, concept: Concept): number {
  const { titleTerms, reads } = readItem(item);
  return Math.max(strengthIn(concept, titleTerms), ...reads.map(({ terms }) => strengthIn(concept, terms)));
}

/** Whether a thing found only repeats the question ("hvem er X?" is not answered by X). */
const repeatsQuestion = ({ terms }: Mention, asking: ReadonlySet<string>): boolean =>
  terms.length > 0 && terms.every((term) => asking.has(term));

/**
 * Finds the passages of an item that answer, best first: those that hold the asked words the title does not explain, and a
 * thing of the kind asked for (a date for "hvornår", a name or office for "hvem", a number for "hvor mange").
 */
export function findEvidence(item: AgendaItem, query: Query, asked: AskedFor, wish: Wish = {}): Evidence[] {
  const { titleTerms, reads } = readItem(item);
  const concepts = query.concepts.filter((concept) => concept.kind !== 'part' || concept.importance > 0.3);
  const asking = new Set([
    ...concepts.flatMap((concept) => concept.alternatives[0]?.terms ?? []),
    ...query.dates.map((date) => date.term),
  ]);
  const nearTerms = [
    ...concepts.flatMap((concept) => concept.alternatives.flatMap((alternative) => alternative.terms)),
    ...query.dates.map((date) => date.term),
  ];
  const strengthsIn = (terms: ReadonlySet<string>): number[] => concepts.map((concept) => strengthIn(concept, terms));
  const strengths = reads.map(({ terms }) => strengthsIn(terms));
  // Many passages stand under one heading.
  const strengthsAbove = new Map<ReadonlySet<string>, readonly number[]>();
  for (const { underTerms } of reads)
    if (!strengthsAbove.has(underTerms)) strengthsAbove.set(underTerms, strengthsIn(underTerms));

  // What the title says is said of the whole item; it does not tell its passages apart.
  const explained = concepts.map((concept) => strengthIn(concept, titleTerms) >= 0.45);
  const worths = concepts.map((concept, index) => {
    const holders = strengths.filter((own) => (own[index] ?? 0) > 0).length;
    const rarityHere = Math.log(1 + reads.length / (holders + 0.5));
    const base = (concept.kind === 'part' ? 0.3 : 1) * (explained[index] || concept.fromBefore ? 0.35 : 1);
    return base * Math.sqrt(concept.importance) * (0.35 * concept.rarity + rarityHere);
  });
  const total = worths.reduce((sum, worth) => sum + worth, 0) || 1;

  const findIn = (read: Read): Found[] | undefined => {
    const telling = mentionsIn(read, asked)?.filter((one) => !repeatsQuestion(one, asking));
    return (
      telling &&
      byNearness(
        telling.map(({ found }) => found),
        nearTerms,
        read,
      )
    );
  };

  const scored = reads.map((read, place): Evidence => {
    const [own, above] = [strengths[place], strengthsAbove.get(read.underTerms)];
    let score = 0;
    let covered = 0;
    for (const index of concepts.keys()) {
      const strength = Math.max(own?.[index] ?? 0, 0.5 * (above?.[index] ?? 0));
      score += (worths[index] ?? 0) * strength;
      covered += (worths[index] ?? 0) * (explained[index] ? 1 : strength);
    }
    for (const date of query.dates) if (read.terms.has(date.term)) score += 0.5;
    const coverage = Math.min(1, covered / total);
    const found = findIn(read);
    const names = read.passage.section === 'attachments' && asked === 'topic' && coverage >= 0.75 && wish.bare === true;
    const weight = names ? 1.3 : sectionWeightFor(read.passage, asked, wish);
    const base = found !== undefined && found.length > 0 ? 0.4 : 0.25;
    const weighted = (score + base) * typeFactor(found, asked, wish) * weight * shortness(read.wordCount);
    return { passage: read.passage, score: weighted, found, coverage };
  });
  return spreadWithinGroups(scored).sort((one, other) => other.score - one.score);
}

/**
 * Sentences of one paragraph speak of the same thing: each gains from the one before it ("Deadline for dette arbejde …"),
 * and covers part of what its neighbours cover; less of what the paragraph beside it covers.
 */
function spreadWithinGroups(scored: readonly Evidence[]): Evidence[] {
  const inSection = (place: number, { sectionIndex, kind }: Passage) => {
    const there = scored[place];
    const isProse = kind !== 'heading' && there?.passage.kind !== 'heading';
    return isProse && there?.passage.sectionIndex === sectionIndex ? there : undefined;
  };
  const inGroup = (place: number, group: number) =>
    scored[place]?.passage.group === group ? scored[place] : undefined;
  return scored.map((evidence, index) => {
    const { group } = evidence.passage;
    const before = inGroup(index - 1, group);
    const near = [before, inGroup(index + 1, group)].map((one) => 0.75 * (one?.coverage ?? 0));
    const far = [inGroup(index - 2, group), inGroup(index + 2, group)].map((one) => 0.55 * (one?.coverage ?? 0));
    const beside = [inSection(index - 1, evidence.passage), inSection(index + 1, evidence.passage)].map(
      (one) => 0.6 * (one?.coverage ?? 0),
    );
    return {
      ...evidence,
      score: evidence.score + 0.2 * (before?.score ?? 0),
      coverage: Math.max(evidence.coverage, ...near, ...far, ...beside),
    };
  });
}
