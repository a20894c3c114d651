import type { Wording } from '../../domain/language.js';
import type { danish } from './phrases.js';

export const english: Wording<typeof danish> = {
  welcomeTitle: (forum) => `I find answers in the minutes of ${forum}`,
  emptyTitle: 'I am ready, but the archive is empty',
  emptyText: 'There are no minutes in the archive yet. Once the secretariat has put them in, just ask.',
  archive: (count, first, last) => {
    const meetings = count === 1 ? 'one meeting' : `${count} meetings`;
    const years = first === last ? `from ${first}` : `from ${first} to ${last}`;
    return `I know ${meetings} ${years}. Ask as you would ask a colleague. I answer in the words of the minutes, which are Danish, and show where they stand.`;
  },
  helpText:
    'Ask in your own words, in Danish or English, about decisions, deadlines, attachments, case numbers, and who was there. Spelling mistakes do not matter. If the minutes hold no answer, I say so.',
  helpSummary: 'Help: what you can ask me',
  welcomeSummary: 'Welcome: how to ask me',
  ask: 'Ask',
  askAbout: (question) => `Ask: ${question}`,
  allMeetings: 'See all meetings',
  deadlines: 'Deadlines',
  attachments: 'Attachments',
  absences: 'Absences',
  help: 'Help',
};
