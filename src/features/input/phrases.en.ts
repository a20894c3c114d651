import type { Wording } from '../../domain/language.js';
import type { danish } from './phrases.js';

export const english: Wording<typeof danish> = {
  stances: {
    no_remarks: 'No remarks',
    remarks: 'Remarks',
    wants_discussion: 'Wants discussion',
    reservation: 'Reservation',
  },
  attendance: {
    whole: 'Attends',
    part: 'Attends part of the meeting',
    absent: 'Apologies',
  },
  labels: {
    stance: 'What is your position?',
    stanceColumn: 'Position',
    stanceMissing: 'Choose your position.',
    remark: 'Remark',
    remarkMissing: (choice) => `Say briefly why, when you choose "${choice}".`,
    wantsDiscussion: 'I want the item discussed at the meeting',
    seen: 'Seen',
    seenWantsDiscussion: 'Seen, wants discussion',
    approval: 'Can the minutes be approved?',
    approvalMissing: 'Choose whether the minutes can be approved.',
    approved: 'Approved',
    hasCorrection: 'I have a correction',
    correction: 'Correction',
    correctionItem: 'To item number',
    correctionItemFault: "Write the item's number, or leave the field empty.",
    correctionItemUnknown: (number) => `Item ${number} is not in the minutes. Choose one of theirs.`,
    correctionWhere: 'Which item of the minutes?',
    wholeMinutes: 'No item in particular',
    correctionMissing: 'Write what is to be corrected.',
    correctionTo: (number) => `Correction to item ${number}`,
    tooLong: (max, given) => `The text is too long. There is room for ${max} characters; you wrote ${given}.`,
    numberExample: 'For example 1250 or 12,5',
    numberFault: 'Write a number, for example 1250 or 12,5.',
    dateFault: 'Choose a date.',
    choiceMissing: 'Choose one of the possibilities.',
    answerMissing: 'The question must be answered.',
    answerOne: 'Answer at least one question.',
    nominatedName: (number, isOptional) =>
      `${number === null ? 'Name' : `Name, person ${number}`}${isOptional ? ' (optional)' : ''}`,
    nominatedTitle: (number) => (number === null ? 'Job title' : `Job title, person ${number}`),
    nobody: 'Nobody from us',
    nameMissing: 'Write the name.',
    nobodyAndName: 'Either choose "Nobody from us", or write a name.',
    tooFewNames: (atLeast, atMost) => {
      if (atLeast === 1) return 'Write a name, or choose "Nobody from us".';
      return `Write ${atLeast === atMost ? '' : 'at least '}${atLeast} names, or choose "Nobody from us".`;
    },
    attends: 'Attendance at the meeting',
    attendsMissing: 'Choose whether you attend.',
    absentFrom: 'Items you are not there for (numbers)',
    absentFromMissing: 'Write the numbers of the items you are not there for, for example "3, 5".',
    absentFromUnknown: (numbers) =>
      `${numbers.length === 1 ? 'Item' : 'Items'} ${numbers.join(', ')} ${numbers.length === 1 ? 'is' : 'are'} not on the agenda. Write numbers that are.`,
    notAt: 'not item',
    deputy: 'Who comes instead?',
    deputyShort: 'deputy',
    yes: 'Yes',
    no: 'No',
  },
};
