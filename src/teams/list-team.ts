import { TeamsInfo } from 'botbuilder';
import { z } from 'zod';
import { AppError } from '../domain/app-error.js';
import type { ListTeam, TeamMember } from '../routing/team-roster.js';
import type { BotAdapter } from './bot-adapter.js';
import { readKeptReference } from './conversation-reference.js';
import { runInConversation } from './run-in-conversation.js';
import type { ServiceUrlCheck } from './service-url.js';

export interface TeamListing {
  adapter: BotAdapter;
  /** null: insecure local mode. */
  appId: string | null;
  mayBeSentTo: ServiceUrlCheck;
}

const pageSize = 100;
/** A service that never ends its list must not be asked forever: 10,000 people. */
const maxPages = 100;

const memberShape = z.object({
  name: z.string().nullish(),
  objectId: z.string().nullish(),
  aadObjectId: z.string().nullish(),
  tenantId: z.string().nullish(),
  userRole: z.string().nullish(),
});

/** The channel writes the Entra id under either of two names. */
function toTeamMember(account: unknown, tenantId: string): TeamMember[] {
  const read = memberShape.safeParse(account);
  if (!read.success) return [];
  const { name, objectId, aadObjectId, userRole } = read.data;
  const id = aadObjectId ?? objectId;
  const person = id === null || id === undefined || id === '' ? null : { tenantId, objectId: id.toLowerCase() };
  return [{ person, name: name?.trim() || 'Uden navn', isGuest: userRole === 'guest' || userRole === 'anonymous' }];
}

function toFailure(cause: unknown): AppError {
  const status = cause instanceof Error && 'statusCode' in cause ? cause.statusCode : undefined;
  return status === 403 || status === 404
    ? new AppError('not_found', 'the bot is not in the team', { cause })
    : new AppError('unavailable', 'Teams does not say who is in the team', { cause });
}

/** Asks Teams, page by page, who is in a channel's team. */
export function createListTeam({ adapter, appId, mayBeSentTo }: TeamListing): ListTeam {
  return async (channel) => {
    const kept = readKeptReference(channel);
    const { teamId, tenantId, conversationId } = channel;
    if (teamId === null || !mayBeSentTo(kept.serviceUrl)) throw new AppError('not_found', 'the channel is of no team');
    try {
      return await runInConversation(adapter, appId, { ...kept, conversationId, kind: 'channel' }, async (context) => {
        const members: TeamMember[] = [];
        let continuationToken: string | undefined;
        for (let page = 0; page < maxPages; page += 1) {
          const found = await TeamsInfo.getPagedTeamMembers(context, teamId, pageSize, continuationToken);
          members.push(...found.members.flatMap((account) => toTeamMember(account, tenantId)));
          continuationToken = found.continuationToken || undefined;
          if (continuationToken === undefined) break;
        }
        return members;
      });
    } catch (error) {
      throw toFailure(error);
    }
  };
}
