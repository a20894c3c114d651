import { splitSentences } from '../../danish/sentences.js';
import { stopWords } from '../../danish/stop-words.js';
import { wordForm } from '../../danish/word-forms.js';
import type { Outcome } from '../../domain/outcome.js';
import { analyseText } from '../../search/analyse-text.js';
import { splitPassages } from '../../search/passages.js';
import type { Query } from '../../search/query.js';
import { strengthOf } from '../../search/support.js';
import type { StoredItem } from '../../store/ports.js';
import { phrases } from './phrases.js';
import { readPointsOfDecision } from './points-of-decision.js';
import type { Question } from './read-question.js';
import { tookNoStand } from './took-no-stand.js';

/*
 * Ja and nej are said only where the words of the decision decide just what was asked. Everything else is answered without them, by what
 * stands there: better no yes than one the minutes do not give.
 */

/** A question put the other way round ("blev det ikke godkendt?") is answered by what stands there alone. */
const isTurned = /(?<!\p{L})(?:ikke|ingen|intet|aldrig|uden)(?!\p{L})/u;

const asksForApproval =
  /(?<!\p{L})(?:godkend\p{L}*|vedtag\p{L}*|vedtog|tiltråd\p{L}*|(?:sagt|sagde|siger) (?:\p{L}+ )?ja|igennem|besluttet)(?!\p{L})/u;
const asksForDelay = /(?<!\p{L})(?:udsat|udsatte|udskudt|udskød)(?!\p{L})/u;
const asksForWithdrawal = /udg[åi]|pillet|taget af/u;
/** What these words ask about is how it ended, not what it is about. */
const saysOnlyHow = /^(?:godkend|vedt[ao]g|tiltr|beslut|udsat|udsk|udg|pille|igennem|nej|ja$)/u;

/** A yes with any of these is a yes to something else, or on a condition. */
const limits =
  /(?<!\p{L})(?:forudsætning|forudsat|betingelse|betinget|såfremt|hvis|medmindre|undtag\p{L}*|bortset|på nær|forbehold|dog|men|afvent\p{L}*|udsæt\p{L}*|udskyd\p{L}*|foreløbig\p{L}*|delvis\p{L}*|først når|ikke|ingen)(?!\p{L})/iu;

const decisionText = ({ item }: StoredItem): string => item.decision ?? '';

/** The words that say what is asked about, and how a text holds them: the words of the question before are said already. */
const subjectOf = ({ concepts }: Query) =>
  concepts.filter(
    ({ kind, label, fromBefore }) => kind === 'word' && fromBefore !== true && !saysOnlyHow.test(label.toLowerCase()),
  );

/** A synonym may mean something else. */
const surely = 0.8;

const saysAll = (text: string, subject: ReturnType<typeof subjectOf>): boolean =>
  subject.every((concept) => strengthOf(concept, text) >= surely);

const saysSome = (text: string, subject: ReturnType<typeof subjectOf>): boolean =>
  subject.some((concept) => strengthOf(concept, text) >= surely);

const saysAny = (text: string, subject: ReturnType<typeof subjectOf>): boolean =>
  subject.some((concept) => strengthOf(concept, text) > 0);

const isApproval = ({ code }: Outcome): boolean => code === 'approved' || code === 'approved_with_remarks';

const wordsIn = (text: string): string[] =>
  analyseText(text).flatMap(({ kind, folded }) =>
    kind === 'word' && folded.length > 2 && !stopWords.has(folded) ? [wordForm(folded).stem] : [],
  );

/** "er klimaplanen godkendt?" is not answered by a yes to new targets in it: the title says no more than was asked. */
function isAllOfTitle({ item }: StoredItem, { text, isFollowUp }: Question): boolean {
  const asked = new Set(wordsIn(text));
  return isFollowUp || wordsIn(item.topic).every((word) => asked.has(word));
}

/** "blev det godkendt?" of everything the item recommends. */
function verdictOnItem(stored: StoredItem, question: Question): string | undefined {
  const { outcomes } = stored.item;
  const [outcome, other] = outcomes;
  if (outcome === undefined) return undefined;
  if (outcomes.some(({ point }) => point !== null)) {
    const delayed = outcomes.flatMap(({ code, point }) => (code === 'postponed' && point !== null ? [point] : []));
    return delayed.length === 0 ? undefined : phrases.yesNo.pointsPostponed(delayed);
  }
  const approval = outcomes.find(isApproval);
  // That somebody was named as well takes nothing from it.
  if (approval !== undefined && outcomes.every((one) => isApproval(one) || one.code === 'nominated')) {
    const { passedOver, excepted } = readPointsOfDecision(stored.item);
    const isUnlimited = passedOver.length === 0 && excepted.length === 0 && !limits.test(decisionText(stored));
    const isWhole = isUnlimited && isAllOfTitle(stored, question);
    if (isWhole) return phrases.yesNo.approved[approval.code];
    return approval.code === 'approved_with_remarks' ? phrases.yesNo.onlyWithRemarks : undefined;
  }
  if (other !== undefined) return undefined;
  if (outcome.code === 'discussed') return tookNoStand(stored.item) ? phrases.yesNo.noStand(stored.forum) : undefined;
  return phrases.yesNo.approved[outcome.code];
}

/** … of the one point of the recommendation that it is asked about. @param point from 1 */
function verdictOnPoint(stored: StoredItem, point: number, subject: ReturnType<typeof subjectOf>): string | undefined {
  const { outcomes } = stored.item;
  const own = outcomes.filter((outcome) => outcome.point === point);
  const [only, other] = own.length > 0 ? own : outcomes.filter((outcome) => outcome.point === null);
  if (only === undefined || other !== undefined) return undefined;
  if (only.code === 'postponed' && only.point !== null) return phrases.yesNo.pointPostponed(point);
  const { passedOver, excepted } = readPointsOfDecision(stored.item);
  if (only.code !== 'approved' || passedOver.includes(point) || excepted.includes(point)) return undefined;
  // What else the decision says of it may take the yes back.
  const isLimited = splitSentences(decisionText(stored)).some(
    ({ text }) => limits.test(text) && (text.includes(only.text) || subject.length === 0 || saysAny(text, subject)),
  );
  return isLimited ? undefined : phrases.yesNo.approved.approved;
}

/** "blev punktet udsat?" */
function verdictOnDelay({ item: { outcomes, decision } }: StoredItem): string | undefined {
  if (outcomes.length === 0 || outcomes.some(({ code }) => code === 'none' || code === 'unclassified'))
    return undefined;
  const postponed = outcomes.filter(({ code }) => code === 'postponed');
  if (postponed.length === outcomes.length)
    return postponed.every(({ point }) => point === null) ? phrases.yesNo.postponed(true) : undefined;
  const mayBePut = /udsæt|udsat|udsk[yøu]d|afvent|rykke|flytte|senere|næste møde/iu.test(decision ?? '');
  return postponed.length === 0 && !mayBePut ? phrases.yesNo.postponed(false) : undefined;
}

/**
 * What is said first to "blev … godkendt?", "er … udsat?": ja, nej, or how it ended where that is neither. Undefined where something else is
 * asked, or where the decision does not decide it.
 */
export function sayYesOrNo(stored: StoredItem, question: Question, query: Query): string | undefined {
  const text = question.text.toLowerCase();
  if (!question.allAsked.includes('yes_no') || isTurned.test(text)) return undefined;
  const subject = subjectOf(query);
  const isAboutItem = saysAll(stored.item.topic, subject);
  if (asksForDelay.test(text)) return isAboutItem ? verdictOnDelay(stored) : undefined;
  if (asksForWithdrawal.test(text)) {
    const isWithdrawn = stored.item.outcomes.every(({ code, point }) => code === 'withdrawn' && point === null);
    return isAboutItem && isWithdrawn && stored.item.outcomes.length > 0 ? phrases.yesNo.withdrawn : undefined;
  }
  if (!asksForApproval.test(text)) return undefined;
  const points = splitPassages(stored.item.sections)
    .filter(({ section, kind }) => section === 'recommendation' && kind === 'point')
    .map((passage, index) => ({ text: passage.text, number: index + 1 }));
  // "tidsplanen for budget 2026": the title says of what.
  const [asked, another] = points.filter(
    (point) => saysSome(point.text, subject) && saysAll(`${stored.item.topic}\n${point.text}`, subject),
  );
  if (points.length > 1 && asked !== undefined && another === undefined)
    return verdictOnPoint(stored, asked.number, subject);
  return isAboutItem ? verdictOnItem(stored, question) : undefined;
}
