import type { Wording } from '../../domain/language.js';
import type { danish, danishButtons, danishChannelStates, danishStates } from './phrases.js';

export const englishStates: Wording<typeof danishStates> = {
  waiting: 'waiting',
  sending: 'on its way',
  sent: 'sent',
  uncertain: 'uncertain: it may have arrived',
  blocked: 'not delivered: the person has blocked Referent',
  not_installed: 'not delivered: the person does not have Referent in Teams',
  not_found: 'not delivered: there is no such recipient',
  failed: 'not delivered: Teams did not accept it',
  dropped: 'not sent: it had become too old',
};

export const englishChannelStates: Wording<typeof danishChannelStates> = {
  not_installed: 'not delivered: Referent is not in the team any more. Add Referent to the team again',
  blocked: 'not delivered: the channel does not accept messages from Referent',
  not_found: 'not delivered: there is no such channel, or it is not bound',
};

export const englishButtons: Wording<typeof danishButtons> = {
  look: 'Look',
  arrived: 'It arrived',
  sendAgain: 'Send again',
  back: 'All sendings',
};

export const english: Wording<typeof danish> = {
  troubleTitle: 'Notice of a sending',
  title: (forum) => `Sendings · ${forum}`,
  allWell: 'Nothing has gone wrong.',
  nothingSent: 'I have not sent anything by myself yet.',
  trouble: (count) => (count === 1 ? '1 message has to be cleared up.' : `${count} messages have to be cleared up.`),
  toClear: 'To be cleared up',
  waiting: 'Waiting',
  latest: 'Latest',
  channel: 'the channel',
  unknownPerson: 'a person who is no member any more',
  unknownKind: 'Message',
  to: (what, whom) => `${what} to ${whom}`,
  counted: (what, sent, all) => (all === 1 ? what : `${what}: ${sent} of ${all} sent`),
  more: (count) => `and ${count} more`,
  uncertain:
    'The connection to Teams broke while the message was handed over, so I do not know whether it arrived. I do not send it again by myself, for then it might stand there twice. Look in the chat.',
  refused: 'I do not try again by myself. When the cause is mended, you can send it again.',
  settled: 'There is nothing more to do.',
  whichForum: 'Which forum?',
  personalOnly: 'I show sendings in a conversation between you and me only. Write to me directly.',
  unreadable: 'The button does not work any more. Type «udsendelser» to see how things are.',
  noticeSummary: (count) => (count === 1 ? '1 message may not have arrived' : `${count} messages may not have arrived`),
};
