import type { Wording } from '../../domain/language.js';
import type { danishRefusals } from './phrases.js';

export const englishRefusals: Wording<typeof danishRefusals> = {
  notRegistered: (forums) =>
    `You are not registered in ${forums.join(' or ')}, so I cannot show you the minutes. Ask the secretariat to give you access.`,
  groupChat:
    'Others can read along in this chat, so I show nothing of the minutes here. Write to me in a personal chat.',
  unboundChannel:
    "The channel is not bound to a forum, so I show nothing of the minutes here. Ask me in a personal chat. If it is the forum's channel, the secretary can type «@Referent tilknyt kanal».",
  unknownPerson: 'Teams does not tell me who you are, so I cannot help here. Write to me in a personal chat.',
  nobodyRegistered:
    'No members are registered yet, so I do not know who the secretary is. Ask your IT department to read in the list of members with the command «referent members import». The operating guide shows how.',
};
