import type { Wording } from './domain/language.js';
import type { danish, danishOutcomes } from './texts.js';

export const english: Wording<typeof danish> = {
  failed: (reference) =>
    `Something went wrong on my side, so I could not answer. Try again in a while. If it happens again, give the secretariat this reference: error ${reference}.`,
  unknownButton: 'The button is on an older card and does not work any more. Ask again, and you get a new card.',
  unreadablePress: 'I could not tell which button you pressed. Ask again, and you get a new card.',
  guestsRefused:
    'I only answer people employed by the municipality, not guests. Ask the secretariat if you miss something.',
  personNotFound: 'I could not look you up in Teams just now. Try again in a while.',
  cardFailed: 'I could not show it on a card. Try another item, or ask the secretariat.',
  searchTooSlow: 'The search took too long. Write a little more, or try again in a moment.',
  searchTypedOn: 'You typed on. I search for what you typed last.',
  unreadableButton: 'The button does not work any more. Ask again, and you get a new card.',
  continued: (heading) => (heading === '' ? '(continued)' : `${heading} (continued)`),
  brokenOff: 'I got this one before. Check whether it happened. If it did not, try again.',
  answerFollows: 'This takes a little longer. The answer comes here in a moment.',
  answerLate: 'This takes a little longer than expected. Press again in a moment.',
  filesOnlyPersonal: 'Write to me in a personal chat, and I can give you the file there.',
  fileForNobody: 'I cannot see who you are, so I cannot give you the file.',
  fileHostRefused:
    'I only fetch files from your own SharePoint and OneDrive. Upload the file here in the chat, and send it again. If that does not work, ask your IT department.',
  fileNotFetched: 'I could not fetch the file from Teams. Send it again in a while.',
  fileTooLarge: 'The file is larger than 20 MB. Save it without pictures and attachments, and send it again.',
  fileLink: (link) => `Get the file (the link works once): ${link}`,
  fileDeclined: 'The file was not saved.',
  fileNotSaved: 'The file could not be saved in your OneDrive. Ask for it again in a while.',
  fileSaved: (name) => `${name} is in your OneDrive now.`,
  dialogTitle: 'Referent',
};

export const englishOutcomes: Wording<typeof danishOutcomes> = {
  approved: 'Approved',
  approved_with_remarks: 'Approved with remarks',
  noted: 'Noted',
  discussed: 'Discussed',
  resolved: 'Decided',
  nominated: 'Nominated',
  postponed: 'Postponed',
  withdrawn: 'Withdrawn',
  none: 'Nothing decided',
  unclassified: '',
};
