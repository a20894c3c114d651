import type { Audience } from '../../domain/access.js';
import type { AudienceOf } from '../../routing/audience-of.js';
import type { SearchExtensionReply } from '../../routing/reply.js';
import type { SearchExtensionTurn } from '../../routing/turn.js';
import { decisionResult } from './decision-card.js';
import { type FindingDecisions, findDecisions } from './find-decisions.js';
import { phrases } from './phrases.js';

/** More than anyone reads in the list while typing. */
const mostFinds = 10;

/**
 * "Find beslutning", the search beside the box where a person writes. What it finds may be put before anybody, so it
 * sees the open items alone, whoever searches.
 */
export function createFindDecision(
  finding: FindingDecisions & { audienceOf: AudienceOf },
): (turn: SearchExtensionTurn, signal: AbortSignal) => Promise<SearchExtensionReply> {
  return async (turn, signal) => {
    const audience: Audience = { ...(await finding.audienceOf(turn)), sees: 'open' };
    const page = { skip: turn.skip, count: Math.min(turn.count, mostFinds) };
    const found = await findDecisions(finding, audience, turn.text, page, signal);
    const results = found.flatMap((stored) => decisionResult(stored) ?? []);
    if (results.length > 0 || turn.skip > 0) return { results };
    return { text: turn.text === '' ? phrases.noMinutes : phrases.notFound };
  };
}
