import type { Wording } from '../domain/language.js';
import type { danish } from './phrases.js';

export const english: Wording<typeof danish> = {
  busy: 'The archive is busy just now. Try again in a moment.',
  full: 'I cannot save just now, since there is no room left on the server. Nothing was changed. Contact your IT department.',
  failing:
    'The archive cannot be read or saved just now. Try again in a while, and contact your IT department if it goes on.',
  damaged: 'The archive is damaged, so I cannot answer. Contact your IT department.',
  meetingNotFound: 'I cannot find that meeting.',
  itemNotFound: 'I cannot find that item.',
  offerNotFound: 'The file was taken already, or too long ago. Ask for it again.',
};
