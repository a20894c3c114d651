import type { ItemKind, Recommendation } from '../domain/agenda-item.js';
import type { Outcome, OutcomeCode } from '../domain/outcome.js';
import { kindPhrases, pointPhrases, textPhrases } from './phrases/kind-phrases.js';
import type { SectionBlocks } from './split-sections.js';

/** What the kind of an item is told from. */
export interface KindSource {
  topic: string;
  recommendation: Recommendation | null;
  sections: readonly SectionBlocks[];
  outcomes: readonly Outcome[];
}

/**
 * The kind of an item. The first rule that fits decides:
 *
 * 1. the title: eventuelt · approval of agenda or minutes · written briefing · theme · nomination · briefing · "Beslutning om" · "Drøftelse";
 * 2. the case text begins "Skriftlig orientering";
 * 3. the recommendation's points, see `kindOfPoints`;
 * 4. without a recommendation, the words of the case text, then what was decided;
 * 5. other.
 */
export function itemKind(source: KindSource): ItemKind {
  return (
    kindOfTitle(source.topic.toLowerCase()) ??
    (isWrittenBriefing(source.sections) ? 'written_briefing' : undefined) ??
    kindOfPoints(source.recommendation?.points ?? []) ??
    kindOfText(source.sections) ??
    kindOfOutcome(source.outcomes) ??
    'other'
  );
}

function kindOfTitle(topic: string): ItemKind | undefined {
  if (kindPhrases.anyOtherBusiness.test(topic)) return 'any_other_business';
  if (kindPhrases.approval.test(topic)) return 'approval';
  if (kindPhrases.writtenBriefing.test(topic)) return 'written_briefing';
  if (kindPhrases.theme.test(topic)) return 'theme';
  if (kindPhrases.nomination.test(topic)) return 'nomination';
  if (kindPhrases.briefing.test(topic)) return 'briefing';
  if (kindPhrases.decision.test(topic)) return 'decision';
  return kindPhrases.discussion.test(topic) ? 'discussion' : undefined;
}

/**
 * - nomination: all points name people, or at least half have the forum itself name them ("at Chefforum udpeger …");
 * - decision: a point is to be approved or decided, or asks for something done ("at lørdagsåbent afskaffes");
 * - discussion or briefing: whichever most points ask for, the earlier one when even.
 */
export function kindOfPoints(points: readonly string[]): ItemKind | undefined {
  if (points.length === 0) return undefined;
  const lower = points.map((point) => point.toLowerCase());
  const byForum = lower.filter((point) => pointPhrases.forumNominates.test(point)).length;
  if (byForum * 2 >= points.length || lower.every((point) => pointPhrases.nominate.test(point))) return 'nomination';
  const asked = lower.map(askedBy);
  if (asked.includes('decision')) return 'decision';
  const discussions = asked.filter((kind) => kind === 'discussion').length;
  const briefings = asked.filter((kind) => kind === 'briefing').length;
  if (discussions === briefings) return asked.find((kind) => kind !== 'nomination');
  return discussions > briefings ? 'discussion' : 'briefing';
}

function askedBy(point: string): 'decision' | 'discussion' | 'briefing' | 'nomination' {
  if (pointPhrases.decide.test(point)) return 'decision';
  if (pointPhrases.nominate.test(point)) return 'nomination';
  if (pointPhrases.discuss.test(point)) return 'discussion';
  return pointPhrases.note.test(point) ? 'briefing' : 'decision';
}

function isWrittenBriefing(sections: readonly SectionBlocks[]): boolean {
  return firstTexts(sections).some((text) => textPhrases.writtenBriefing.test(text));
}

function kindOfText(sections: readonly SectionBlocks[]): ItemKind | undefined {
  const texts = firstTexts(sections);
  if (texts.some((text) => textPhrases.briefing.test(text))) return 'briefing';
  return texts.some((text) => textPhrases.discussion.test(text)) ? 'discussion' : undefined;
}

/** The opening paragraphs of the case, in lower case. */
function firstTexts(sections: readonly SectionBlocks[]): string[] {
  return sections
    .filter(({ kind }) => kind === 'occasion' || kind === 'summary' || kind === 'case' || kind === 'other')
    .flatMap(({ blocks }) => blocks.slice(0, 2).map((block) => block.text.slice(0, 400).toLowerCase()));
}

const kindsOfOutcomes: Partial<Record<OutcomeCode, ItemKind>> = {
  approved: 'decision',
  approved_with_remarks: 'decision',
  resolved: 'decision',
  nominated: 'nomination',
  discussed: 'discussion',
  noted: 'briefing',
};

function kindOfOutcome(outcomes: readonly Outcome[]): ItemKind | undefined {
  return outcomes.map(({ code }) => kindsOfOutcomes[code]).find((kind) => kind !== undefined);
}
