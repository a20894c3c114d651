import { inBothLanguages } from '../../routing/in-both-languages.js';
import type { CardVerb, Command } from '../../routing/routes.js';
import { createBindChannelCommand, createBindChannelVerb } from './bind-channel.js';
import { createEndMembershipVerb, createSetRoleVerb } from './change-member.verb.js';
import type { Managing } from './managing.js';
import { createRegisterMemberVerb } from './register-member.verb.js';
import { createReleaseChannelCommand } from './release-channel.command.js';
import { createSetReaderTierVerb } from './set-reader-tier.verb.js';
import { createShowMembersCommand } from './show-members.command.js';
import { createShowMembersVerb, createShowMemberVerb, createShowReaderTiersVerb } from './show-members.verb.js';
import { createUndoMembersVerb } from './undo-members.verb.js';

/** What the secretary writes and presses to keep the register and the forum's channel. */
export const createMembersRoutes = (managing: Managing): { commands: Command[]; verbs: CardVerb[] } =>
  inBothLanguages({
    commands: [
      createShowMembersCommand(managing),
      createBindChannelCommand(managing),
      createReleaseChannelCommand(managing),
    ],
    verbs: [
      createShowMembersVerb(managing),
      createShowMemberVerb(managing),
      createSetRoleVerb(managing),
      createEndMembershipVerb(managing),
      createRegisterMemberVerb(managing),
      createShowReaderTiersVerb(managing),
      createSetReaderTierVerb(managing),
      createUndoMembersVerb(managing),
      createBindChannelVerb(managing),
    ],
  });
