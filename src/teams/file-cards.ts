import type { Activity } from 'botbuilder';
import type { OfferedFile } from '../routing/reply.js';
import { texts } from '../texts.js';
import type { Consent } from './read-consent.js';

type Accepted = Extract<Consent, { action: 'accept' }>['uploadInfo'];

/** Asks whether the file may be put into the person's OneDrive. The card carries the handle alone. */
export const consentCard = ({ name, bytes, description }: OfferedFile, handle: string): Partial<Activity> => ({
  type: 'message',
  locale: 'da-DK',
  summary: name,
  attachments: [
    {
      contentType: 'application/vnd.microsoft.teams.card.file.consent',
      name,
      content: {
        description,
        sizeInBytes: bytes.length,
        acceptContext: { handle },
        declineContext: { handle },
      },
    },
  ],
});

/** Shows the file where it lies now. */
export const fileCard = (name: string, { contentUrl, uniqueId, fileType }: Accepted): Partial<Activity> => ({
  type: 'message',
  locale: 'da-DK',
  summary: texts.fileSaved(name),
  attachments: [
    {
      contentType: 'application/vnd.microsoft.teams.card.file.info',
      contentUrl,
      name,
      content: { uniqueId, fileType },
    },
  ],
});
