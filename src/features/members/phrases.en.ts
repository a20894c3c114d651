import type { Wording } from '../../domain/language.js';
import type {
  danish,
  danishButtons,
  danishChannel,
  danishDeeds,
  danishRefusal,
  danishRefusals,
  danishRoles,
  danishTiers,
} from './phrases.js';

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

/** After "cannot". */
export const englishDeeds: Wording<typeof danishDeeds> = {
  read: 'read that',
  ask_secretariat: 'send questions to the secretariat',
  answer_question_as_secretariat: 'answer for the secretariat',
  import_minutes: 'put minutes into the archive',
  manage_members: 'see or change the list of members',
  bind_channel: 'bind or release channels',
  propose_item: 'suggest items',
  draft_agenda: 'work on drafts of agendas',
  publish_agenda: 'publish agendas',
  withdraw_agenda: 'take agendas back',
  resolve_uncertain: 'see what has been sent',
  answer_input: 'answer this',
  delegate_input: 'let somebody else answer',
  see_input: "see the others' answers",
  see_input_of_directors_round: "see the others' answers",
  see_input_of_forum_round: "see the others' answers",
  manage_input: 'manage the round of input',
};

export const englishRefusal: Wording<typeof danishRefusal> = {
  may: (deed, whomToAsk) => `You cannot ${deed} in this forum. ${whomToAsk}`,
  secretaryDoes: 'The secretary does that.',
  ask: 'Ask the secretariat if you think you should be able to.',
};

export const englishRoles: Wording<typeof danishRoles> = {
  chair: 'Chair',
  director: 'Director',
  department_head: 'Head of department',
  secretary: 'Secretary',
  reader: 'Reader',
};

export const englishTiers: Wording<typeof danishTiers> = {
  members: 'Members only',
  directors: 'Members and all directors',
  named_readers: 'Members, directors and named readers',
  tenant: 'All employees',
};

export const english: Wording<typeof danish> = {
  title: (forum) => `Members of ${forum}`,
  counts: (members, readers) =>
    `${members === 1 ? '1 member' : `${members} members`}${readers === 0 ? '' : ` · ${readers === 1 ? '1 reader' : `${readers} readers`}`}`,
  tierIs: (tier) => `Can read the open items: ${tier}`,
  readersShutOut: 'The readers have no access until the reading access includes named readers.',
  noDepartment: 'Outside the departments',
  readers: 'Readers',
  since: (date) => `from ${date}`,
  until: (date) => `until ${date}`,
  notRegistered: 'In the team, but not registered',
  notInTeam: 'Registered, but not in the team',
  andOthers: (count) => `and ${count} others`,
  noChannel:
    "No channel is bound. Type «@Referent tilknyt kanal» in the forum's channel, then I can also show who is in the team.",
  notInTheTeam:
    'I am not in the team any more, so I cannot see who is there. Add me to the team again, and type «@Referent tilknyt kanal» in the channel.',
  teamUnavailable: 'Teams does not answer right now, so I cannot show who is in the team.',
  lastChange: (date, note) => `Last changed ${date}: «${note}»`,
  summary: (forum) => `Members of ${forum}`,
  memberOf: (name, role, forum) => `${name}, ${role.toLowerCase()} of ${forum}`,
  page: (page, count) => `Page ${page} of ${count}`,
  personalOnly: 'I show the list of members in a personal chat only. Type «medlemmer» to me there.',
  whichForum: 'Which forum?',
  whichForumText: 'You are the secretary of several forums.',
  tierTitle: (forum) => `Who may read along in ${forum}?`,
  tierText:
    'Members always read the open items. Closed items are seen by the chair, directors and the secretary alone, and in a personal chat alone.',
  tierNow: 'This is how it is now',
  noTier: 'Members only',
  memberGone: 'There is no such membership any more. Type «medlemmer» to see the newest list.',
  lastSecretary: 'There must be at least one secretary. Make somebody else the secretary first.',
  headTaken: 'That is not possible: somebody else has that role on the same days already. End theirs first.',
  alreadyRegistered: 'The person is registered already.',
  notInRoster: 'The person is not in the team any more. Type «medlemmer» to see the newest list.',
  ended: (name) => `${name} is no member any more.`,
  roleSet: (name, role) => `${name} is now ${role.toLowerCase()}.`,
  registered: (name) => `${name} is registered as a reader. Press «Change» to give another role.`,
  tierSet: (tier) => `The reading access has been changed: ${tier}.`,
  undone: 'That is undone. The list is as it was before.',
  tooLateToUndo: 'Something else has been changed since, so it cannot be undone from here. Mend it in the list.',
};

export const englishButtons: Wording<typeof danishButtons> = {
  edit: 'Change',
  editOf: (name) => `Change ${name}`,
  register: 'Register',
  registerOf: (name) => `Register ${name} as a reader`,
  end: 'End the membership',
  makeRole: (role) => `Make ${role.toLowerCase()}`,
  back: 'To the list',
  tier: 'Reading access',
  choose: 'Choose',
  undo: 'Undo',
  previous: 'Previous',
  next: 'More',
  bind: 'Bind',
};

export const englishChannel: Wording<typeof danishChannel> = {
  notAChannel:
    'Type «@Referent tilknyt kanal» in the channel that is to belong to the forum. I cannot see the channel from here.',
  bound: (forum) =>
    `The channel now belongs to ${forum}. Everybody in it can ask about the open items here, and agendas are posted here. Type «frigiv kanal» to undo that.`,
  moved: (forum) =>
    `The channel now belongs to ${forum} in the place of the one before. Type «frigiv kanal» to release it.`,
  alreadyBound: (forum) => `The channel is bound to ${forum} already.`,
  chooseForum: 'Which forum is the channel to belong to?',
  released: (forum) => `The channel has been released. ${forum} has no channel now.`,
  noneBound: (forum) => `${forum} has no channel.`,
  notThisChannel: 'This channel is not bound to a forum.',
};
