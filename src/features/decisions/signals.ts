import { isGeneralWord } from '../../danish/general-words.js';
import { foldLetters } from '../../danish/letters.js';
import { wordForm } from '../../danish/word-forms.js';
import { termsOfText } from '../../search/analyse-text.js';
import type { Concept, Query } from '../../search/query.js';
import { strengthIn, wholeWord } from '../../search/support.js';
import type { Contender } from './contenders.js';
import type { Question } from './read-question.js';

/**
 * What speaks for and against the archive holding an answer, each 0–1. Weights of words are importance times rarity, so that one
 * rare noun counts more than three verbs; they are given in whole words (a noun nobody has written is one).
 */
export interface Signals {
  /** Share of what was asked about that stands in the find that answers best. */
  coverage: number;
  /** The heaviest good Danish word that no minutes hold, less where they hold its parts, or where the title names the topic. */
  unwritten: number;
  /** Nouns that do not surely stand in the find, a third for each: synonyms and parts of longer words are no sure sign. */
  unsureNouns: number;
  /** 1 where it does not hold the kind of thing asked for (a date, a name, a number …). */
  kindMissing: number;
  /** How fully the answer is the kind of thing asked for; 1 where that has no form of its own. */
  quality: number;
  /** "hvem er arkitekten": how surely the words that answer do not speak of any architect. */
  roleMissing: number;
  /** A name or an abbreviation ("S&U") that does not stand in the find at all. */
  nameMissing: number;
  /** … that stands in the find, but not in the words that are quoted. */
  nameElsewhere: number;
  /** 1 where a word stands in neither minutes nor dictionary. */
  unknownWord: number;
  /** 1 where a day was asked for: it stands there or it does not. */
  asksDate: number;
  /** 1 where nothing of a kind of its own was asked for. */
  asksTopic: number;
  /** 1 where a paper or a case number was asked for. */
  asksPaper: number;
  /** 1 in a follow-up: the question before found its item. */
  followsUp: number;
  /** 1 where only a topic was named. */
  isBare: number;
}

/** "fjernledelse", where the minutes write of "ledelse" and of what is "fjern". */
function isWrittenInParts({ meant = '' }: Concept, { concepts }: Query): boolean {
  const { parts } = wordForm(meant);
  const isWritten = (part: string): boolean =>
    concepts.some(({ kind, label: other, found }) => kind === 'part' && other === part && found);
  return parts.length > 0 && parts.every(isWritten);
}

/** A compound whose parts are all written is half as surely unknown. */
const writtenInParts = 0.5;

/** A topic named in the title by a word this heavy excuses another word entirely. */
const fullAnchor = 2 / 3;
/** From here on the title names it: "ordning" is not named by "kørselsordning". */
const namedInTitle = 0.75;

/** Below this a word was found by a synonym, or inside others. */
const sure = 0.45;
/** From here on a word is a noun: adjectives and verbs weigh less. */
const nounImportance = 0.7;
/** Three nouns missing are as bad as can be. */
const eachNoun = 1 / 3;

const isName = ({ label }: Concept, text: string): boolean =>
  /^(?:\p{Lu}[\p{Lu}&\d]+|\p{Lu}\p{Ll}+)$/u.test(label) && text.indexOf(label) > 0;

/** Neither minutes nor dictionary have it: a name in small letters, a foreign word, a slip beyond repair. */
const isUnknown = ({ kind, found, meant }: Concept): boolean => kind === 'word' && !found && meant === undefined;

/** The role that is asked about: "arkitekten" of "hvem er arkitekten", "underviserne" of "hvad hedder de to undervisere". */
const role =
  /(?<!\p{L})(?:hvem (?:er|var|bliver|blev)|hvad (?:hedder|hed)) (?:(?:vores|den|det|de|nye|ny|to|tre|fire|fem|\d{1,2}) ){0,3}(\p{L}+)/iu;

const isNoun = ({ kind, label, meant }: Concept): boolean => {
  const { wordClass } = wordForm(meant ?? foldLetters(label));
  const isOther = wordClass === 'verb' || wordClass === 'adjective' || wordClass === 'other';
  return kind === 'word' && !isOther && !isGeneralWord(foldLetters(label));
};

const termSet = (parts: readonly string[]): Set<string> => new Set(termsOfText(parts.join('\n')).split(' '));

const highest = (numbers: readonly number[]): number => Math.max(0, ...numbers);

/** Reads the signals of the find that answers best. */
export function readSignals(question: Question, query: Query, { entry, stored, answer }: Contender): Signals {
  const fields = Object.values(entry.candidate.fields).map(({ places }) => new Set(places.keys()));
  const said = termSet([answer.text, stored.item.topic]);
  const quoted = termSet([answer.text, answer.sources[0]?.quote ?? '', stored.item.topic]);
  const asked = query.concepts
    .map((concept, index) => ({
      concept,
      weight: (concept.importance * concept.rarity) / wholeWord(query),
      match: entry.matches[index] ?? 0,
    }))
    .filter(({ concept: { kind } }) => kind !== 'part' && kind !== 'weak');
  const own = asked.filter(({ concept }) => concept.fromBefore !== true);
  const names = own.filter(({ concept }) => isName(concept, question.text));
  const roles = own.filter(({ concept }) => concept.label === role.exec(question.text)?.[1] && isNoun(concept));
  const unsure = own.filter(({ concept }) => {
    const isHeavy = concept.kind === 'word' && concept.importance >= nounImportance;
    return isHeavy && highest(fields.map((terms) => strengthIn(concept, terms))) < sure;
  });
  const unwritten = asked
    .filter(({ concept: { found, kind, meant } }) => !found && (kind !== 'word' || meant !== undefined))
    .map(({ concept, weight }) => weight * (isWrittenInParts(concept, query) ? writtenInParts : 1));
  const title = new Set(entry.candidate.title.split(' '));
  const anchor = highest(asked.map(({ concept, weight }) => (strengthIn(concept, title) >= namedInTitle ? weight : 0)));
  const is = (...kinds: Question['asked'][]): number => (kinds.includes(question.asked) ? 1 : 0);
  return {
    coverage: entry.coverage,
    unwritten: highest(unwritten) * (1 - Math.min(1, anchor / fullAnchor)),
    unsureNouns: Math.min(1, eachNoun * unsure.length),
    kindMissing: answer.answered ? 0 : 1,
    quality: answer.quality,
    roleMissing: highest(roles.map(({ concept }) => 1 - Math.min(1, strengthIn(concept, said)))),
    nameMissing: highest(names.map(({ match }) => 1 - match)),
    nameElsewhere: highest(names.map(({ concept }) => 1 - Math.min(1, strengthIn(concept, quoted)))),
    unknownWord: own.some(({ concept }) => isUnknown(concept)) ? 1 : 0,
    asksDate: is('date', 'deadline'),
    asksTopic: is('topic'),
    asksPaper: is('attachment', 'case_number'),
    followsUp: question.isFollowUp ? 1 : 0,
    isBare: question.wish.bare === true ? 1 : 0,
  };
}
